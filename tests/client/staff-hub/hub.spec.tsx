import { act, fireEvent, screen } from '@testing-library/react';
import type { HomeView } from '@domain/home/home.actions';
import StaffHubPage from '@/pages/staff/hub';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { me } from '../people/people-views';
import { theBoard } from './board-views';

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

describe('the board at the hub', () => {
  it('says in one line what presses, and leads to all of it', async () => {
    openCloud({ 'home.get': () => gives(home(counts)), 'home.board': () => gives(theBoard()) });
    await open(<StaffHubPage />);
    const strip = '此刻看板，超时未回复2件，等接单的居民128件，还没通知到999户，今天到期2件';
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: strip })));
    expect(phone.went).toEqual(['open /pages/staff/board/index']);
  });

  it('can be opened when its numbers cannot be had here', async () => {
    openCloud({ 'home.get': () => gives(home(counts)), 'home.board': () => 'lost' });
    await open(<StaffHubPage />);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '此刻看板' })));
    expect(phone.went).toEqual(['open /pages/staff/board/index']);
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
