import { screen, within } from '@testing-library/react';
import StaffHubPage from '@/pages/staff/hub';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { openWideWindow } from '../console/wide-window';
import { home } from '../home/home-view';

const counts = { waitingCount: 3, submittedWishCount: 0, bindingRequestCount: 1, isOnDuty: true };
const arrive = async () => {
  openCloud({ 'home.get': () => gives(home({ staff: counts })), 'home.board': () => 'lost' });
  return open(<StaffHubPage />);
};
const hasWholeWindow = () => document.documentElement.classList.contains('hy-whole-window');

beforeEach(() => signIn('staffZhao'));
afterEach(() => openWideWindow(false));

test('on a wide window the hub takes all of it: what waits stands beside what one starts oneself', async () => {
  openWideWindow();
  const { container, unmount } = await arrive();
  expect(hasWholeWindow()).toBe(true);
  const hub = within(container.querySelector<HTMLElement>('.hy-hub') ?? document.createElement('div'));
  expect(hub.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    '现在等着办的',
    '我要办',
  ]);
  unmount();
  expect(hasWholeWindow()).toBe(false);
});

test('on a phone it stays one column', async () => {
  openWideWindow(false);
  const { container } = await arrive();
  expect(hasWholeWindow()).toBe(false);
  expect(container.querySelector('.hy-hub')).toBeNull();
  expect(screen.getByRole('heading', { name: '我要办' })).toBeInTheDocument();
});
