import { act, fireEvent, screen } from '@testing-library/react';
import type { BoardView } from '@domain/home/board.actions';
import type { HomeView } from '@domain/home/home.actions';
import StaffHubPage from '@/pages/staff/hub';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { me } from '../people/people-views';

beforeEach(() => signIn('staffZhao'));

const home = (staff: HomeView['staff']): HomeView => ({
  me: me({ name: '赵敏', roles: staff ? ['staff'] : ['resident'] }),
  duty: { now: null, next: null, secretary: null, phone: '0371-67100001', replyWithinMinutes: 10 },
  notices: [],
  threads: [],
  unreadCount: 0,
  wishes: [],
  activities: [],
  staff,
});
const counts = { waitingCount: 128, submittedWishCount: 0, bindingRequestCount: 3, isOnDuty: true };

const board: BoardView = {
  overdueCount: 2,
  unclaimedCount: 128,
  submittedWishCount: 0,
  bindingRequestCount: 3,
  notices: [
    {
      noticeId: 'n1',
      title: '停水两小时',
      endsAt: 0,
      householdCount: 1000,
      notReachedCount: 999,
      needsHelpCount: 1,
    },
  ],
  activitiesToday: [{ id: 'a1', title: '义诊', at: Date.UTC(2026, 10, 22, 1, 30) }],
  noticesEndingToday: [],
};

describe('the board of this moment', () => {
  it('gives exact numbers, and each opens the list it counts', async () => {
    openCloud({ 'home.get': () => gives(home(counts)), 'home.board': () => gives(board) });
    await open(<StaffHubPage />);
    const names = [
      /2 件\s*超时未回复/,
      /128 件\s*等接单的居民/,
      /0 个\s*等审核的心愿/,
      /3 户\s*等确认的住户/,
      '停水两小时，999户没通知到，共1000户，1户需要帮助',
      '09:30 活动开始：义诊',
    ];
    for (const name of names) {
      await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
    }
    expect(phone.went).toEqual([
      'open /pages/staff/queue/index?filter=overdue',
      'open /pages/staff/queue/index?filter=waiting',
      'open /pages/staff/wish-review/index',
      'open /pages/staff/bindings/index',
      'open /pages/staff/notice-reach/index?noticeId=n1',
      'open /pages/staff/activity-roll/index?activityId=a1',
    ]);
  });
});

describe('what waits for staff', () => {
  it('is counted exactly, and each number opens the list behind it', async () => {
    openCloud({ 'home.get': () => gives(home(counts)), 'home.board': () => 'lost' });
    await open(<StaffHubPage />);
    expect(screen.getByText('赵敏，您正在值班')).toBeInTheDocument();
    expect(screen.getByText('128 件')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '等审核的心愿，0个' })).toHaveTextContent('没有');
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '等确认的住户，3户' })));
    expect(phone.went).toEqual(['open /pages/staff/bindings/index']);
  });

  it('is not shown to a resident who finds the page', async () => {
    openCloud({ 'home.get': () => gives(home(null)) });
    await open(<StaffHubPage />);
    expect(screen.getByText('这里是社区工作人员的工作台')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /等回复的居民/ })).not.toBeInTheDocument();
  });
});
