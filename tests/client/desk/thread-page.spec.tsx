import { act, fireEvent, screen } from '@testing-library/react';
import type { ThreadPage as Page } from '@domain/desk/thread.schema';
import ThreadPage from '@/pages/desk/thread/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from './talk';

let people = 0;
const fromDesk = (seq: number, text: string) =>
  aMessage(seq, { side: 'desk', name: '马骏', isMine: false, text });
const taker = { personId: 'p2', name: '马骏', face: 'f02' };

/** A cloud that holds one conversation, which a test can change. */
function cloud(page: Page, answers: Parameters<typeof openCloud>[0] = {}) {
  const held = { page };
  const sent = openCloud({
    'duty.now': () => gives(theDuty),
    'thread.get': () => gives(held.page),
    'thread.sync': ({ version }: { version: number }) =>
      gives({
        cursor: ASKED_AT,
        threads: [held.page.thread],
        page: version === held.page.thread.version ? null : held.page,
      }),
    'thread.read': () => gives({ unreadCount: 0 }),
    ...answers,
  });
  return { held, sent, of: (action: string) => sent.filter((one) => one.action === action) };
}
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const arrive = async () => {
  phone.openAt('/pages/desk/thread/index', { threadId: 't1' }, 2);
  await open(<ThreadPage />);
  await pause();
};
const say = async (text: string) => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: '发送' }));
  await pause(50);
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`asker-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('tells a neighbour that the question has arrived, who is on duty, and runs the clock', async () => {
  cloud(aPage(1, 1));
  await arrive();
  expect(screen.getByText('已送达，等待接单')).toBeInTheDocument();
  expect(screen.getByText('宋雅琴、马骏正在值班')).toBeInTheDocument();
  await pause(60_000);
  expect(screen.getByText('已等待 01:00')).toBeInTheDocument();
  expect(screen.getByText('承诺 10分钟内回复')).toBeInTheDocument();
});

it('shows an answer within three seconds and tells the cloud that it was read', async () => {
  const { held, of } = cloud(aPage(1, 1));
  await arrive();
  held.page = {
    ...aPage(1, 1),
    thread: aThread({ version: 2, status: 'taken', taker, replyDueAt: null, moves: [] }),
    messages: [aMessage(1), fromDesk(2, '马上来看')],
  };
  await pause(2_900);
  expect(screen.getByText('马上来看')).toBeInTheDocument();
  expect(screen.getByText('马骏正在为您处理')).toBeInTheDocument();
  expect(of('thread.read').map(({ input }) => input)).toEqual([{ threadId: 't1', seq: 2 }]);
});

it('is silent while nobody looks, and asks at once when somebody does', async () => {
  const { of } = cloud(aPage(1, 1));
  await arrive();
  await phone.hide();
  const before = of('thread.sync').length;
  await pause(60_000);
  expect(of('thread.sync')).toHaveLength(before);
  await phone.show();
  expect(of('thread.sync')).toHaveLength(before + 1);
});

it('shows my words at once as being sent, and as delivered when they are', async () => {
  const after = { ...aPage(1, 2), messages: [aMessage(1), aMessage(2, { text: '在2号楼' })] };
  let answer: (value: ReturnType<typeof gives>) => void = () => undefined;
  const { of } = cloud(aPage(1, 1), { 'thread.say': () => new Promise((resolve) => (answer = resolve)) });
  await arrive();
  await say('在2号楼');
  expect(screen.getByText('在2号楼')).toBeInTheDocument();
  expect(screen.getByText('发送中…')).toBeInTheDocument();
  answer(gives(after));
  await pause();
  expect(screen.getAllByText('在2号楼')).toHaveLength(1);
  expect(screen.getByText('已送达')).toBeInTheDocument();
  expect(of('thread.say').map(({ input }) => input)).toEqual([
    { threadId: 't1', message: { text: '在2号楼', photos: [] } },
  ]);
});

it('delivers two messages written in a dead zone once each and in order', async () => {
  let isDead = true;
  const texts: string[] = [];
  const { of } = cloud(aPage(1, 1), {
    'thread.say': ({ message }: { message: { text: string } }) => {
      if (isDead) return 'lost';
      texts.push(message.text);
      const said = texts.map((text, index) => aMessage(index + 2, { text }));
      return gives({ ...aPage(1, texts.length + 1), messages: [aMessage(1), ...said] });
    },
  });
  await arrive();
  await say('第一');
  await say('第二');
  expect(screen.getByText('还没发出去，网络恢复后自动发送')).toBeInTheDocument();
  expect(screen.getByText('等待发送')).toBeInTheDocument();
  isDead = false;
  await pause(2_500);
  expect(texts).toEqual(['第一', '第二']);
  const keys = of('thread.say').map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
  expect(screen.getByText('已送达')).toBeInTheDocument();
});

it('lets the neighbour decide when the desk says it is done', async () => {
  const resolved = {
    ...aPage(1, 2),
    thread: aThread({
      version: 2,
      status: 'resolved',
      taker,
      replyDueAt: null,
      moves: ['confirm', 'reopen'],
    }),
  };
  const confirmed = {
    ...resolved,
    thread: { ...resolved.thread, version: 3, status: 'confirmed' as const, moves: [], canWrite: false },
  };
  const { of } = cloud(resolved, { 'thread.confirm': () => gives(confirmed) });
  await arrive();
  expect(screen.getByRole('button', { name: '还没解决' })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '确认解决' }));
  await pause();
  expect(of('thread.confirm')).toHaveLength(1);
  expect(screen.getByText('您已确认解决')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: '再说一件事' })).toBeInTheDocument();
});

it('says a sentence and shows the true state when a move comes too late', async () => {
  const { held } = cloud(aPage(1, 1), { 'thread.withdraw': () => refuses('MOVE_NOT_ALLOWED_FROM_STATE') });
  await arrive();
  held.page = {
    ...aPage(1, 1),
    thread: aThread({ version: 2, status: 'taken', taker, moves: [], replyDueAt: null }),
  };
  fireEvent.click(screen.getByRole('button', { name: '撤回这件事' }));
  await pause();
  expect(phone.asked[0]?.title).toBe('撤回这件事？');
  expect(phone.toasts).toEqual(['状态已经变化，这一步现在做不了，请刷新看看最新进展。']);
  expect(screen.getByText('马骏正在为您处理')).toBeInTheDocument();
});

it('fetches older messages above, in chunks', async () => {
  const { of } = cloud(aPage(41, 60), {
    'thread.older': ({ chunkNo }: { chunkNo: number }) =>
      gives({ chunkNo, messages: aPage(chunkNo * 20 - 19, chunkNo * 20).messages }),
  });
  await arrive();
  fireEvent.click(screen.getByText('更早的消息'));
  await pause();
  expect(of('thread.older').map(({ input }) => input)).toEqual([{ threadId: 't1', chunkNo: 2 }]);
  expect(screen.getByText('第21句').compareDocumentPosition(screen.getByText('第41句'))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});

it('keeps showing the talk and says so when the connection breaks', async () => {
  let isDead = false;
  const { held } = cloud(aPage(1, 1), {
    'thread.sync': () => (isDead ? 'lost' : gives({ cursor: 0, threads: [held.page.thread], page: null })),
  });
  await arrive();
  isDead = true;
  await pause(2_500);
  expect(screen.getByText('网络不通，正在重新连接…')).toBeInTheDocument();
  expect(screen.getByText('第1句')).toBeInTheDocument();
  isDead = false;
  await pause(4_500);
  expect(screen.queryByText('网络不通，正在重新连接…')).not.toBeInTheDocument();
});
