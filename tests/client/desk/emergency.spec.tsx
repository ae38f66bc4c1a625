import { act, fireEvent, screen } from '@testing-library/react';
import DeskPage from '@/pages/tabs/desk/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { ASKED_AT, theDuty } from './talk';

const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const table = {
  extra: [{ word: '老人不见了', kind: 'crime' }],
  gasPhone: '0371-00000096',
  dutyPhone: '0371-66668888',
  version: 1,
};
const cloud = (answer: Parameters<typeof openCloud>[0][string]) =>
  openCloud({
    'duty.now': () => gives(theDuty),
    'emergency.table': answer,
    'faq.changes': () => gives({ items: [], gone: [], cursor: '1.x', hasMore: false }),
    'public.leads': () => gives({ items: [] }),
    'thread.mine': () => gives({ items: [] }),
    'thread.sync': () => gives({ cursor: 0, threads: [], page: null }),
  });
const write = async (text: string) => {
  fireEvent.change(screen.getByRole('textbox', { name: '说说您的事' }), { target: { value: text } });
  await pause();
};
const numbers = () =>
  screen
    .getAllByRole('button', { name: /^打电话 / })
    .map((button) => button.getAttribute('aria-label')?.split(' ').pop());

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn('neighbour-in-danger');
});
afterEach(() => jest.useRealTimers());

it('puts the fire brigade and the desk before anything else as somebody writes of fire', async () => {
  cloud(() => gives(table));
  await open(<DeskPage />);
  await pause();
  await write('楼道灯坏了');
  expect(screen.queryByText(/先打电话/)).toBeNull();
  await write('楼下着火了');
  expect(screen.getByText('着火？先打电话')).toBeInTheDocument();
  expect(numbers()).toEqual(['119', '0371-66668888', '0371-00000096', '120', '110']);
});

it('knows the words the staff have added, and the gas company of this place', async () => {
  cloud(() => gives(table));
  await open(<DeskPage />);
  await pause();
  await write('我家老人不见了');
  expect(numbers()[0]).toBe('110');
  await write('厨房有股煤气味');
  expect(numbers()[0]).toBe('0371-00000096');
});

it('does so without a network, with the table the phone has kept', async () => {
  cloud(() => gives(table));
  const first = await open(<DeskPage />);
  await pause();
  first.unmount();
  signIn('neighbour-offline');
  cloud(() => 'lost');
  await open(<DeskPage />);
  await pause();
  await write('老人不见了');
  expect(numbers()).toContain('0371-66668888');
});
