import { act, fireEvent, screen } from '@testing-library/react';
import ThreadPage from '@/pages/desk/thread/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aPage, ASKED_AT, theDuty } from './talk';

let people = 0;
const table = {
  extra: [{ word: '锅炉响', kind: 'fire' }],
  gasPhone: '',
  dutyPhone: '0371-66668888',
  version: 1,
};
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const cloud = (emergency: Parameters<typeof openCloud>[0][string]) =>
  openCloud({
    'duty.now': () => gives(theDuty),
    'thread.get': () => gives(aPage(1, 1)),
    'thread.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
    'thread.read': () => gives({ unreadCount: 0 }),
    'thread.say': () => gives(aPage(1, 1)),
    'emergency.table': emergency,
  });
const write = async (text: string) => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  await pause();
};
const arrive = async () => {
  phone.openAt('/pages/desk/thread/index', { threadId: 't1' }, 2);
  const page = await open(<ThreadPage />);
  await pause();
  return page;
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`asker-in-danger-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('puts the numbers to call before a later message, too, by the community’s own words as well', async () => {
  cloud(() => gives(table));
  await arrive();
  await write('还是那件事');
  expect(screen.queryByText(/先打电话/)).toBeNull();
  await write('地下室锅炉响了');
  expect(screen.getByText('着火？先打电话')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '打电话 社区值班室 0371-66668888' })).toBeInTheDocument();
});

it('does so without a network, and tells the cloud when the message goes', async () => {
  cloud(() => gives(table));
  (await arrive()).unmount();
  const sent = cloud(() => 'lost');
  await arrive();
  await write('地下室锅炉响了');
  expect(screen.getByText('着火？先打电话')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '发送' }));
  await pause();
  expect(sent.filter(({ action }) => action === 'thread.say').map(({ input }) => input)).toMatchObject([
    { threadId: 't1', soundsUrgent: true },
  ]);
});
