import { screen } from '@testing-library/react';
import { DAY, HOUR } from '@domain/kernel/time';
import MyActivitiesPage from '@/pages/activities/mine/index';
import StaffActivitiesPage from '@/pages/staff/activities/index';
import ActivitiesTab from '@/pages/tabs/activities/index';
import { gives, openCloud } from '../../support/cloud-door';
import { arrived, tap, turnTo } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { activityView } from './activity-views';

const soon = { startsAt: Date.now() + DAY, endsAt: Date.now() + DAY + HOUR, enrolUntil: Date.now() + HOUR };
const gone = {
  startsAt: Date.now() - DAY,
  endsAt: Date.now() - DAY + HOUR,
  enrolUntil: Date.now() - 2 * DAY,
};
const seat = { status: 'confirmed', ticketCode: '4821', position: null, promotedAt: null } as const;

describe('the activities of the community', () => {
  beforeEach(() => signIn('auntieZhang'));

  it('say how many seats are left, and open by a tap', async () => {
    openCloud({ 'activity.list': () => gives({ items: [activityView(soon)], nextCursor: null }) });
    await open(<ActivitiesTab />);
    await arrived();
    expect(screen.getByText('还剩3个名额')).toBeInTheDocument();
    await tap(/^头花发夹课，/);
    expect(phone.went).toEqual(['open /pages/activities/detail/index?activityId=a1']);
  });

  it('are kept apart from those that are over', async () => {
    const sent = openCloud({
      'activity.list': ({ filter }: { filter: string }) =>
        gives({
          items: filter === 'past' ? [activityView({ ...gone, title: '消防演习' })] : [],
          nextCursor: null,
        }),
    });
    await open(<ActivitiesTab />);
    await arrived();
    expect(screen.getByText('最近没有新活动')).toBeInTheDocument();
    await turnTo('往期回顾');
    expect(await screen.findByText('消防演习')).toBeInTheDocument();
    expect(screen.getByText('活动已结束')).toBeInTheDocument();
    expect(sent.map(({ input }) => input)).toEqual([{ filter: 'upcoming' }, { filter: 'past' }]);
  });
});

describe('what somebody signed up for', () => {
  it('shows the digits for the door until it is over', async () => {
    signIn('auntieZhang');
    openCloud({
      'activity.mine': () =>
        gives({
          items: [
            activityView({ ...soon, mine: seat }),
            activityView({ ...gone, activityId: 'a2', title: '茶艺', mine: { ...seat, ticketCode: '0937' } }),
          ],
        }),
    });
    await open(<MyActivitiesPage />);
    await arrived();
    expect(screen.getByText('签到码 4821')).toBeInTheDocument();
    expect(screen.queryByText('签到码 0937')).toBeNull();
  });
});

describe('the activities in the hands of staff', () => {
  it('can be revised while they may be, and lead to their roll always', async () => {
    signIn('staffZhao');
    openCloud({
      'activity.list': () =>
        gives({
          items: [
            activityView({ ...soon, moves: ['revise', 'cancel'] }),
            activityView({ ...soon, activityId: 'a2', title: '茶艺', status: 'cancelled', moves: [] }),
          ],
          nextCursor: null,
        }),
    });
    await open(<StaffActivitiesPage />);
    await arrived();
    expect(screen.queryByRole('button', { name: '修改茶艺' })).toBeNull();
    await tap('修改头花发夹课');
    await tap('茶艺的名单和签到');
    await tap('发布活动');
    expect(phone.went).toEqual([
      'open /pages/staff/activity-edit/index?activityId=a1',
      'open /pages/staff/activity-roll/index?activityId=a2',
      'open /pages/staff/activity-edit/index',
    ]);
  });
});
