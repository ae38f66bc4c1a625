import { screen } from '@testing-library/react';
import ActivityRollPage from '@/pages/staff/activity-roll/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { activityView, rollView, seatView } from './activity-views';

const zhang = seatView();
const here = seatView({
  status: 'attended',
  checkedInAt: Date.parse('2026-11-22T09:25:00+08:00'),
  moves: ['undoCheckIn'],
});
const li = seatView({ personId: 'p2', name: '李建国', ticketCode: '0937', homeLabel: '2号楼1单元1102' });
const chen = seatView({ personId: 'p3', name: '陈晓', status: 'waiting', moves: [] });

const openRoll = async () => {
  await open(<ActivityRollPage />);
  await arrived();
};

beforeEach(() => {
  signIn('staffZhao');
  phone.openAt('/pages/staff/activity-roll/index', { activityId: 'a1' });
});

describe('the roll at the door', () => {
  it('counts who is here, who is missing and who waits', async () => {
    openCloud({ 'activity.roll': () => gives(rollView([here, li, chen])) });
    await openRoll();
    expect(screen.getByText('已到1人，还差1人，候补1人')).toBeInTheDocument();
    expect(screen.getByText(/候补第1位/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '给陈晓签到' })).toBeNull();
  });

  it('checks somebody in, found by the digits of the ticket, and takes it back', async () => {
    let seats = [zhang, li];
    const sent = openCloud({
      'activity.roll': () => gives(rollView(seats)),
      'activity.checkIn': () => {
        seats = [here, li];
        return gives(rollView(seats));
      },
      'activity.undoCheckIn': () => {
        seats = [zhang, li];
        return gives(rollView(seats));
      },
    });
    await openRoll();
    await type('找人', '4821');
    expect(screen.queryByText('李建国')).toBeNull();
    await tap('给张桂兰签到');
    await tap('撤销张桂兰的签到');
    expect(await screen.findByRole('button', { name: '给张桂兰签到' })).toBeInTheDocument();
    expect(sent.filter(({ action }) => action !== 'activity.roll').map(({ input }) => input)).toEqual([
      { activityId: 'a1', personId: 'p1' },
      { activityId: 'a1', personId: 'p1' },
    ]);
  });

  it('says at the person when they gave their place up meanwhile', async () => {
    openCloud({
      'activity.roll': () => gives(rollView([zhang])),
      'activity.checkIn': () => refuses('NOT_ENROLLED'),
    });
    await openRoll();
    await tap('给张桂兰签到');
    expect(screen.getByText('报名名单里没有这位居民，请刷新后再看。')).toBeInTheDocument();
  });

  it('says when nobody goes by these words', async () => {
    openCloud({ 'activity.roll': () => gives(rollView([zhang])) });
    await openRoll();
    await type('找人', '9999');
    expect(screen.getByText('没有找到「9999」')).toBeInTheDocument();
  });

  it('calls the activity off with a reason that everyone will read', async () => {
    let activity = activityView({ moves: ['revise', 'cancel'] });
    const sent = openCloud({
      'activity.roll': () => gives(rollView([zhang], activity)),
      'activity.cancel': () => {
        activity = activityView({ status: 'cancelled', cancelReason: '老师病了' });
        return gives(activity);
      },
    });
    await openRoll();
    await tap('取消活动');
    await type('取消的原因（报名的邻居都会看到）', '老师病了');
    await tap('取消活动');
    expect(await screen.findByText('取消原因：老师病了')).toBeInTheDocument();
    expect(sent.find(({ action }) => action === 'activity.cancel')?.input).toEqual({
      activityId: 'a1',
      reason: '老师病了',
    });
    expect(phone.toasts).toEqual(['活动已取消']);
  });
});
