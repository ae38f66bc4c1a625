import { screen } from '@testing-library/react';
import { ACTIVITY_ERROR_WORDS } from '@domain/activities/activity.actions';
import { DAY, HOUR } from '@domain/kernel/time';
import ActivityEditPage from '@/pages/staff/activity-edit/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, pick, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { activityView } from './activity-views';

const startsAt = Math.floor(Date.now() / DAY) * DAY + 5 * DAY;
const published = activityView({
  startsAt,
  endsAt: startsAt + HOUR,
  enrolUntil: startsAt - DAY,
  moves: ['revise'],
});
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const fill = async () => {
  await type('名称', '茶艺体验');
  await pick('文化体验');
  await type('介绍', '跟着老师泡一壶茶。');
  await type('地点', '社区二楼');
  await type('主办', '社区妇联');
};

beforeEach(() => signIn('staffZhao'));

describe('publishing an activity', () => {
  beforeEach(() => phone.openAt('/pages/staff/activity-edit/index', {}, 2));

  it('says at each field what is missing and sends nothing', async () => {
    const sent = openCloud({});
    await open(<ActivityEditPage />);
    await tap('发布活动');
    expect(screen.getByText('名称至少写2个字')).toBeInTheDocument();
    expect(screen.getByText('请选一个最接近的类别')).toBeInTheDocument();
    expect(screen.getByText('地点至少写2个字')).toBeInTheDocument();
    expect(screen.getByText('还有5处要改，请看红字')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('goes out with times in order and leads back to the list', async () => {
    const sent = openCloud({ 'activity.publish': () => gives(published) });
    await open(<ActivityEditPage />);
    await fill();
    await type('名额（人）', '12');
    await tap('发布活动');
    expect(sent[0]?.input).toMatchObject({ title: '茶艺体验', category: 'culture', seats: 12 });
    expect(phone.toasts).toEqual(['已发布']);
    expect(phone.went).toEqual(['back']);
  });

  it('keeps the form on the phone, says so next time, and can start over', async () => {
    openCloud({ 'activity.publish': () => 'lost' });
    const { unmount } = await open(<ActivityEditPage />);
    await fill();
    await tap('发布活动');
    expect(screen.getByText(/网络不通/)).toBeInTheDocument();
    unmount();
    await open(<ActivityEditPage />);
    expect(valueOf('名称')).toBe('茶艺体验');
    expect(screen.getByText('下面是您上次写了还没有发布的内容。')).toBeInTheDocument();
    await tap('清空重写');
    expect(valueOf('名称')).toBe('');
  });
});

describe('revising an activity', () => {
  beforeEach(() => phone.openAt('/pages/staff/activity-edit/index', { activityId: 'a1' }, 2));

  const openForm = async () => {
    await open(<ActivityEditPage />);
    await arrived();
  };

  it('starts from what is published and sends the whole of it', async () => {
    const sent = openCloud({
      'activity.get': () => gives(published),
      'activity.revise': () => gives(published),
    });
    await openForm();
    expect(valueOf('名称')).toBe('头花发夹课');
    await type('地点', '社区三楼');
    await tap('保存修改');
    expect(sent[1]?.input).toEqual({
      activityId: 'a1',
      content: expect.objectContaining({ title: '头花发夹课', place: '社区三楼', startsAt, seats: 20 }),
    });
  });

  it('puts a refusal about seats at the seats', async () => {
    openCloud({
      'activity.get': () => gives(published),
      'activity.revise': () => refuses('SEATS_BELOW_TAKEN'),
    });
    await openForm();
    await type('名额（人）', '1');
    await tap('保存修改');
    expect(screen.getAllByText(ACTIVITY_ERROR_WORDS.SEATS_BELOW_TAKEN)).toHaveLength(1);
    expect(valueOf('名额（人）')).toBe('1');
  });
});
