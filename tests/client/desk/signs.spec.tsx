import { act, fireEvent, screen } from '@testing-library/react';
import type { SyncView } from '@domain/desk/thread.schema';
import StaffThreadPage from '@/pages/staff/thread/index';
import ThreadPage from '@/pages/desk/thread/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from './talk';

let people = 0;
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
type Signs = SyncView['signs'];

/** A cloud whose conversation rests while its two sides read and write. */
function cloud(page = aPage(1, 1)) {
  const held = { signs: undefined as Signs };
  const sync = () => gives({ cursor: ASKED_AT, threads: [], page: null, signs: held.signs });
  const sent = openCloud({
    'duty.now': () => gives(theDuty),
    'thread.get': () => gives(page),
    'desk.open': () => gives(page),
    'thread.sync': sync,
    'desk.sync': sync,
    'thread.read': () => gives({ unreadCount: 0 }),
    'desk.read': () => gives({}),
    'desk.look': () => gives({}),
    'thread.typing': () => gives({}),
    'phrase.list': () => gives({ items: [] }),
    'me.get': () => gives({ personId: 'p1' }),
    'emergency.table': () => gives({ extra: [], gasPhone: '', dutyPhone: '', version: 1 }),
  });
  return {
    held,
    of: (action: string) => sent.filter((one) => one.action === action).map(({ input }) => input),
  };
}
const arriveAt = async (page: React.ReactElement) => {
  phone.openAt('/pages/desk/thread/index', { threadId: 't1' }, 2);
  await open(page);
  await pause();
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`reader-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('tells the asker when the desk has read, and never takes it back', async () => {
  const { held } = cloud();
  await arriveAt(<ThreadPage />);
  expect(screen.getByText('已送达')).toBeInTheDocument();
  held.signs = { reads: { asker: 1, desk: 1 }, isTyping: false };
  await pause(2_500);
  expect(screen.getByText('社区已读')).toBeInTheDocument();
  held.signs = { reads: { asker: 1, desk: 0 }, isTyping: false };
  await pause(2_500);
  expect(screen.getByText('社区已读')).toBeInTheDocument();
});

it('tells the asker that somebody of the desk is writing, until they stop', async () => {
  const { held } = cloud();
  await arriveAt(<ThreadPage />);
  held.signs = { reads: { asker: 1, desk: 1 }, isTyping: true };
  await pause(2_500);
  expect(screen.getByText('值班人员正在输入…')).toBeInTheDocument();
  held.signs = { reads: { asker: 1, desk: 1 }, isTyping: false };
  await pause(2_500);
  expect(screen.queryByText('值班人员正在输入…')).toBeNull();
});

it('says nothing about reading once the other side has answered', async () => {
  const answer = aMessage(2, { side: 'desk', isMine: false, text: '马上来' });
  cloud({ ...aPage(1, 2), messages: [aMessage(1), answer], reads: { asker: 2, desk: 2 } });
  await arriveAt(<ThreadPage />);
  expect(screen.queryByText('社区已读')).toBeNull();
  expect(screen.queryByText('已送达')).toBeNull();
});

it('lets the desk see that its resident writes, once in fifteen seconds and only while they do', async () => {
  const { of } = cloud();
  await arriveAt(<ThreadPage />);
  const box = screen.getByRole('textbox');
  for (let n = 1; n <= 5; n += 1) {
    fireEvent.change(box, { target: { value: '字'.repeat(n) } });
    await pause(2_000);
  }
  expect(of('thread.typing')).toEqual([{ threadId: 't1' }]);
  fireEvent.change(box, { target: { value: '还在写' } });
  await pause(8_000);
  expect(of('thread.typing')).toHaveLength(2);
  fireEvent.change(box, { target: { value: '' } });
  await pause(60_000);
  expect(of('thread.typing')).toHaveLength(2);
});

it('does not tell of typing in a conversation that rests', async () => {
  const { of } = cloud({ ...aPage(1, 1), thread: aThread({ lastAt: ASKED_AT - 3_600_000 }) });
  await arriveAt(<ThreadPage />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '过了一天' } });
  await pause(20_000);
  expect(of('thread.typing')).toEqual([]);
});

describe('at the desk', () => {
  const theirs = aMessage(1, { isMine: false });
  const asked = { ...aPage(1, 1), messages: [theirs] };

  it('opening a conversation marks it once, and not again while nothing is new', async () => {
    const { of } = cloud(asked);
    await arriveAt(<StaffThreadPage />);
    await pause(10_000);
    expect(of('desk.read')).toEqual([{ threadId: 't1', seq: 1 }]);
  });

  it('what a colleague has read already is not marked again', async () => {
    const { of } = cloud({ ...asked, reads: { asker: 1, desk: 1 } });
    await arriveAt(<StaffThreadPage />);
    await pause(5_000);
    expect(of('desk.read')).toEqual([]);
  });

  it('shows whether the resident has read the answer, and whether they write', async () => {
    const answer = aMessage(2, { side: 'desk', text: '马上来' });
    const { held } = cloud({ ...aPage(1, 2), messages: [theirs, answer], reads: { asker: 1, desk: 2 } });
    await arriveAt(<StaffThreadPage />);
    expect(screen.getByText('已送达，对方未读')).toBeInTheDocument();
    held.signs = { reads: { asker: 2, desk: 2 }, isTyping: true };
    await pause(2_500);
    expect(screen.getByText('对方已读')).toBeInTheDocument();
    expect(screen.getByText('居民正在输入…')).toBeInTheDocument();
  });
});
