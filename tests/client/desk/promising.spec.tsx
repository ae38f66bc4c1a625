import { act, fireEvent, screen } from '@testing-library/react';
import StaffThreadPage from '@/pages/staff/thread/index';
import ThreadPage from '@/pages/desk/thread/index';
import { DAY, HOUR } from '@domain/kernel/time';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from './talk';

const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause();
};
const taker = { personId: 'p1', name: '宋雅琴', face: 'f01' };
const asker = { name: '李奶奶', face: 'f02', homeLabel: '5号楼1单元502室' };
const promise = {
  promiseId: 'pr1',
  words: '师傅上门换阀门',
  dueAt: ASKED_AT + 7 * HOUR,
  byName: '宋雅琴',
  madeAt: ASKED_AT,
  status: 'made' as const,
  endedAt: null,
  note: '',
};
const pageOf = (part: Parameters<typeof aThread>[0]) => ({
  ...aPage(1, 1),
  thread: aThread({ asker, status: 'taken', taker, replyDueAt: null, ...part }),
  messages: [aMessage(1, { isMine: false, name: '李奶奶' })],
});
const atDesk = async (page: unknown, answers: Parameters<typeof openCloud>[0] = {}) => {
  const sent = openCloud({
    'duty.now': () => gives(theDuty),
    'me.get': () => gives({ personId: 'p1', name: '宋雅琴', community: { phone: '' } }),
    'phrase.list': () => gives({ items: [] }),
    'desk.look': () => gives({}),
    'desk.open': () => gives(page),
    'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
    ...answers,
  });
  phone.openAt('/pages/staff/thread/index', { threadId: 't1' }, 2);
  await open(<StaffThreadPage />);
  await pause();
  return (action: string) => sent.filter((call) => call.action === action);
};

let people = 0;
beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`staff-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('makes a reply a promise with one tap on the time it sounds like', async () => {
  const page = pageOf({ moves: ['pause', 'resolve'] });
  const of = await atDesk(page, { 'desk.reply': () => gives(page) });
  fireEvent.change(screen.getByRole('textbox', { name: '回复居民' }), {
    target: { value: '明天一早师傅上门' },
  });
  await pause();
  fireEvent.click(screen.getByRole('checkbox', { name: /^明天一早/ }));
  await tap('发送');
  expect(of('desk.reply')[0]?.input).toMatchObject({
    threadId: 't1',
    message: { text: '明天一早师傅上门' },
    promiseDueAt: Date.parse('2026-11-22T09:30:00+08:00'),
  });
});

it('offers no promise while a reply promises nothing', async () => {
  await atDesk(pageOf({ moves: ['pause', 'resolve'] }));
  fireEvent.change(screen.getByRole('textbox', { name: '回复居民' }), { target: { value: '您好，请稍等' } });
  await pause();
  expect(screen.queryByRole('group', { name: '记成承诺' })).toBeNull();
});

it('says that a promise was kept, with a word to the resident', async () => {
  const kept = pageOf({ version: 2, promises: [{ ...promise, status: 'kept', endedAt: ASKED_AT }] });
  const of = await atDesk(pageOf({ promises: [promise] }), { 'promise.keep': () => gives(kept) });
  await tap(/^承诺：师傅上门换阀门/);
  fireEvent.change(screen.getByRole('textbox', { name: /说一句/ }), { target: { value: '9点到的' } });
  await tap('已经兑现');
  expect(of('promise.keep')[0]?.input).toEqual({ threadId: 't1', promiseId: 'pr1', note: '9点到的' });
  expect(screen.getByText(/按时兑现/)).toBeInTheDocument();
});

it('pauses only with a reason and a date', async () => {
  const page = pageOf({ moves: ['pause'] });
  const of = await atDesk(page, { 'desk.pause': () => gives(page) });
  await tap('先等一等');
  await tap('暂停计时');
  expect(of('desk.pause')).toEqual([]);
  expect(screen.getByText('请选一个原因')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('radio', { name: '等配件' }));
  fireEvent.click(screen.getByRole('radio', { name: '明天' }));
  await tap('暂停计时');
  expect(of('desk.pause')[0]?.input).toMatchObject({
    reason: 'parts',
    until: Date.parse('2026-11-23T09:00:00+08:00'),
  });
});

it('shows whose a matter is when its taker has gone home', async () => {
  await atDesk(pageOf({ taker: { personId: 'gone', name: '黄婷婷', face: 'f01' } }));
  expect(screen.getByText('黄婷婷不在班，现在由宋雅琴、马骏负责')).toBeInTheDocument();
});

describe('the resident', () => {
  const atHome = async (page: unknown, answers: Parameters<typeof openCloud>[0] = {}) => {
    const sent = openCloud({
      'duty.now': () => gives(theDuty),
      'thread.get': () => gives(page),
      'thread.read': () => gives({ unreadCount: 0 }),
      'thread.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
      ...answers,
    });
    phone.openAt('/pages/desk/thread/index', { threadId: 't1' }, 2);
    await open(<ThreadPage />);
    await pause();
    return (action: string) => sent.filter((call) => call.action === action);
  };

  it('sees a promise and that it is late, in words', async () => {
    jest.setSystemTime(ASKED_AT + DAY);
    await atHome(pageOf({ asker: null, promises: [promise] }));
    expect(screen.getByText('宋雅琴承诺：师傅上门换阀门')).toBeInTheDocument();
    expect(screen.getByText(/^已超时，约定/)).toBeInTheDocument();
  });

  it('says in one tap how it was, and what was not good only when it was not', async () => {
    const done = pageOf({ asker: null, status: 'confirmed', moves: [], canWrite: false });
    const rated = pageOf({
      asker: null,
      status: 'confirmed',
      moves: [],
      canWrite: false,
      version: 2,
      rating: { score: 'bad', note: '等太久' },
    });
    const of = await atHome(done, { 'thread.rate': () => gives(rated) });
    await tap('不满意');
    fireEvent.change(screen.getByRole('textbox', { name: /写一句/ }), { target: { value: '等太久' } });
    await tap('提交评价');
    expect(of('thread.rate')[0]?.input).toEqual({ threadId: 't1', rating: { score: 'bad', note: '等太久' } });
    expect(screen.getByText('您评价了“不满意”，谢谢您')).toBeInTheDocument();
  });
});
