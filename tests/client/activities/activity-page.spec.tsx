import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ACTIVITY_ERROR_WORDS } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import type { MeView } from '@domain/people/people.schema';
import ActivityPage from '@/pages/activities/detail/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, tap } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { activityView } from './activity-views';

const soon = (part: Partial<ActivityView> = {}): ActivityView => {
  const startsAt = Date.now() + 3 * DAY;
  return activityView({ startsAt, endsAt: startsAt + HOUR, enrolUntil: startsAt - DAY, ...part });
};
const seat = { status: 'confirmed', ticketCode: '4821', position: null, promotedAt: null } as const;
const waiting = { status: 'waiting', ticketCode: '4821', position: 2, promotedAt: null } as const;

const meView = (part: Partial<MeView>): MeView => ({
  personId: 'p1',
  name: '张桂兰',
  face: 'f01',
  roles: ['resident'],
  status: 'bound',
  homeLabel: '1号楼1单元101',
  refusal: null,
  moves: [],
  community: { name: '', subdistrict: '', address: '', phone: '', replyWithinMinutes: 10 },
  ...part,
});

const openPage = async () => {
  const view = await open(<ActivityPage />);
  await arrived();
  return view;
};

beforeEach(() => {
  signIn('auntieZhang');
  phone.openAt('/pages/activities/detail/index', { activityId: 'a1' });
});

describe('signing up for an activity', () => {
  it('turns the page into a ticket with four digits', async () => {
    let current = soon({ moves: ['enrol'] });
    openCloud({
      'activity.get': () => gives(current),
      'activity.enrol': () => {
        current = soon({ mine: seat, moves: ['leave'] });
        return gives(current);
      },
    });
    await openPage();
    await tap('我要报名');
    expect(await screen.findByLabelText('签到码 4 8 2 1')).toBeInTheDocument();
    expect(phone.toasts).toEqual(['报名成功']);
    expect(screen.queryByRole('button', { name: '我要报名' })).toBeNull();
  });

  it('joins the queue when the seats are gone, and says which place that is', async () => {
    let current = soon({ seatsLeft: 0, waitingCount: 1, moves: ['enrol'] });
    openCloud({
      'activity.get': () => gives(current),
      'activity.enrol': () => {
        current = soon({ seatsLeft: 0, waitingCount: 2, mine: waiting, moves: ['leave'] });
        return gives(current);
      },
    });
    await openPage();
    expect(screen.getAllByText('名额已满，可候补').length).toBeGreaterThan(0);
    await tap('排队候补');
    expect(await screen.findByText('您排在候补第2位')).toBeInTheDocument();
    expect(phone.toasts).toEqual(['名额已满，您排在候补第2位']);
    expect(screen.queryByText('入场券')).toBeNull();
  });

  it('sends one enrolment for two taps', async () => {
    const sent = openCloud({
      'activity.get': () => gives(soon({ moves: ['enrol'] })),
      'activity.enrol': () => gives(soon({ mine: seat, moves: ['leave'] })),
    });
    await openPage();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '我要报名' }));
      fireEvent.click(screen.getByRole('button', { name: '我要报名' }));
    });
    expect(sent.filter(({ action }) => action === 'activity.enrol')).toHaveLength(1);
  });

  it('explains a refusal and shows how the activity stands now', async () => {
    let current = soon({ moves: ['enrol'] });
    openCloud({
      'activity.get': () => gives(current),
      'activity.enrol': () => {
        current = soon({ enrolUntil: Date.now() - MINUTE, moves: [] });
        return refuses('ENROLMENT_CLOSED');
      },
    });
    await openPage();
    await tap('我要报名');
    expect(screen.getByText(ACTIVITY_ERROR_WORDS.ENROLMENT_CLOSED)).toBeInTheDocument();
    expect(await screen.findByText('报名已截止')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '我要报名' })).toBeNull();
  });
});

describe('somebody’s place in an activity', () => {
  it('came from the queue: the page says so', async () => {
    openCloud({
      'activity.get': () =>
        gives(soon({ mine: { ...seat, promotedAt: Date.now() - HOUR }, moves: ['leave'] })),
    });
    await openPage();
    expect(screen.getByText('您已从候补转正')).toBeInTheDocument();
    expect(screen.getByText('4821')).toBeInTheDocument();
  });

  it('is given up only after a question', async () => {
    phone.willAnswer(false);
    const sent = openCloud({ 'activity.get': () => gives(soon({ mine: seat, moves: ['leave'] })) });
    await openPage();
    await tap('取消报名');
    expect(phone.asked).toEqual([{ title: '取消报名？', content: '您的名额会马上让给候补的邻居。' }]);
    expect(sent.map(({ action }) => action)).toEqual(['activity.get']);
  });

  it('is void when the activity was called off, and the reason is there', async () => {
    openCloud({
      'activity.get': () =>
        gives(soon({ status: 'cancelled', cancelReason: '老师病了', mine: seat, moves: [] })),
    });
    await openPage();
    expect(screen.getByText('老师病了')).toBeInTheDocument();
    expect(screen.queryByText('4821')).toBeNull();
  });
});

describe('who sees which way on', () => {
  it('leads somebody without a household to one', async () => {
    openCloud({ 'activity.get': () => gives(soon()), 'me.get': () => gives(meView({ roles: ['visitor'] })) });
    await openPage();
    await tap('去绑定');
    expect(phone.went).toEqual(['open /pages/people/bind/index']);
  });

  it('does not send somebody to a household they have', async () => {
    const sent = openCloud({ 'activity.get': () => gives(soon()), 'me.get': () => gives(meView({})) });
    await openPage();
    await waitFor(() => expect(sent.map(({ action }) => action)).toContain('me.get'));
    expect(screen.queryByRole('button', { name: '去绑定' })).toBeNull();
  });

  it('leads staff to the roll', async () => {
    openCloud({ 'activity.get': () => gives(soon({ moves: ['enrol', 'revise', 'cancel'] })) });
    await openPage();
    await tap('名单和签到');
    expect(phone.went).toEqual(['open /pages/staff/activity-roll/index?activityId=a1']);
  });
});
