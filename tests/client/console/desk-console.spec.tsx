import { act, fireEvent, screen, within } from '@testing-library/react';
import type { LookView } from '@domain/desk/look.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import QueuePage from '@/pages/staff/queue/index';
import { learnLooks } from '@/features/desk/looks';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from '../desk/talk';
import { openWideWindow, press } from './wide-window';

jest.setTimeout(30_000);
let people = 0;
const pause = (ms = 400) => act(() => jest.advanceTimersByTimeAsync(ms));
const asker = { name: '李奶奶', face: 'f03', homeLabel: '5号楼1单元502室' };
const cards = ['t1', 't2', 't3'].map((threadId, index) =>
  aThread({ threadId, title: `第${index + 1}件事`, asker, moves: ['take'], updatedAt: ASKED_AT + index }),
);
const aView = {
  personId: 'p9',
  name: '李奶奶',
  face: 'f03',
  roles: ['居民'],
  homeLabel: '5号楼1单元502室',
  gridId: 'g1',
  housemates: ['李**'],
  hasPhone: true,
  threads: [{ id: 't8', title: '门禁刷不开', at: ASKED_AT, status: 'taken', takerName: '马骏' }],
  wishes: [{ id: 'w1', title: '一双棉鞋', at: ASKED_AT, status: 'submitted' }],
  activities: [{ id: 'a1', title: '义诊', at: ASKED_AT, status: 'confirmed' }],
  helpWanted: [{ id: 'n1', title: '停水两小时', at: ASKED_AT, note: '提不动水' }],
};
const phrases = [
  {
    phraseId: 'q1',
    label: '核实',
    text: '{称呼}您好，{我}马上核实。',
    digit: 1,
    ownerName: '赵敏',
    version: 1,
  },
  { phraseId: 'q2', label: '照片', text: '请拍一张照片。', digit: null, ownerName: '赵敏', version: 1 },
];
const pageOf = (threadId: string) => {
  const thread = cards.find((card) => card.threadId === threadId) ?? cards[0];
  return {
    ...aPage(1, 1),
    thread: { ...aThread(), ...thread, canWrite: true } as ThreadCard,
    messages: [aMessage(1, { isMine: false, name: '李奶奶', text: `${threadId}的话` })],
  };
};

const desk = (answers: Parameters<typeof openCloud>[0] = {}, looking: LookView[] = []) =>
  openCloud({
    'duty.now': () => gives(theDuty),
    'me.get': () => gives({ personId: 'p1', name: '宋雅琴' }),
    'place.list': () =>
      gives({ buildings: [], grids: [{ gridId: 'g1', name: '第一网格', workerName: '王强' }] }),
    'desk.queue': () => gives({ items: cards, nextCursor: null, waitingCount: cards.length }),
    'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null, looking }),
    'desk.open': ({ threadId }: { threadId: string }) => gives(pageOf(threadId)),
    'desk.asker': () => gives(aView),
    'desk.look': () => gives({}),
    'phrase.list': () => gives({ items: phrases }),
    ...answers,
  });
const arrive = async (params: Record<string, string> = {}) => {
  phone.openAt('/pages/staff/queue/index', params);
  await open(<QueuePage />);
  await pause();
};
const box = () => screen.getByRole('textbox', { name: '回复居民' });
const shown = (text: string) => screen.queryAllByText(text).length > 0;

// Fetching the console's code takes as long as it takes; a clock that stands still must not wait for it.
beforeAll(() => import('@/features/desk/console/desk-console'), 60_000);

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`console-${(people += 1)}`);
  learnLooks([]);
  openWideWindow();
  window.location.hash = '#/pages/staff/queue/index';
});
afterEach(() => {
  jest.useRealTimers();
  openWideWindow(false);
});

describe('the desk on a wide window', () => {
  it('shows the queue, the conversation and the person side by side', async () => {
    desk();
    await arrive({ threadId: 't2' });
    expect(screen.getByRole('button', { name: /李奶奶：第2件事/ })).toHaveAttribute('aria-current', 'true');
    expect(shown('t2的话')).toBe(true);
    expect(shown('第一网格，网格员王强')).toBe(true);
    for (const words of ['需要帮助 1', '在办的会话 1', '心愿 1', '活动 1']) expect(shown(words)).toBe(true);
  });

  it('stays a list on a phone, and an address from a PC leads a phone to that conversation', async () => {
    openWideWindow(false);
    desk();
    await arrive({ threadId: 't2' });
    expect(shown('t2的话')).toBe(false);
    expect(phone.went).toEqual(['replace /pages/staff/thread/index?threadId=t2']);
  });

  it('puts the open conversation into the address', async () => {
    desk();
    await arrive();
    fireEvent.click(screen.getByRole('button', { name: /第3件事/ }));
    await pause();
    expect(window.location.hash).toBe('#/pages/staff/queue/index?threadId=t3');
  });

  it('keeps the number covered until it is asked for', async () => {
    const sent = desk({ 'person.contact': () => gives({ name: '李奶奶', phone: '13912345678' }) });
    await arrive({ threadId: 't1' });
    expect(shown('13912345678')).toBe(false);
    press('p');
    await pause();
    expect(shown('13912345678')).toBe(true);
    expect(sent.find(({ action }) => action === 'person.contact')?.input).toEqual({
      personId: 'p9',
      threadId: 't1',
    });
  });

  it('leads from each number to what it counts', async () => {
    desk();
    await arrive({ threadId: 't1' });
    for (const name of [/一双棉鞋/, /义诊/, /停水两小时/])
      fireEvent.click(screen.getByRole('button', { name }));
    expect(phone.went).toEqual([
      'open /pages/wishes/detail/index?wishId=w1',
      'open /pages/staff/activity-roll/index?activityId=a1',
      'open /pages/staff/notice-reach/index?noticeId=n1',
    ]);
    fireEvent.click(screen.getByRole('button', { name: /门禁刷不开/ }));
    await pause();
    expect(window.location.hash).toContain('threadId=t8');
  });
});

describe('without a mouse', () => {
  it('J and K go through the queue, and a key held down opens only where it stops', async () => {
    const sent = desk();
    await arrive();
    press('j');
    press('j');
    press('ArrowDown');
    await pause();
    expect(shown('t3的话')).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /第3件事/ }));
    press('k');
    await pause();
    expect(shown('t2的话')).toBe(true);
    const opened = sent.filter(({ action }) => action === 'desk.open').map(({ input }) => input);
    expect(opened).toEqual([{ threadId: 't3' }, { threadId: 't2' }]);
  });

  it('T takes, R writes, Ctrl+Enter sends, E asks before it resolves', async () => {
    const taken = { ...pageOf('t1').thread, status: 'taken' as const, moves: ['resolve'], version: 2 };
    const sent = desk({
      'desk.take': () => gives({ ...pageOf('t1'), thread: taken }),
      'desk.reply': () => gives({ ...pageOf('t1'), thread: { ...taken, version: 3 } }),
      'desk.resolve': () =>
        gives({ ...pageOf('t1'), thread: { ...taken, status: 'resolved', moves: [], version: 4 } }),
    });
    await arrive({ threadId: 't1' });
    press('t');
    await pause();
    press('r');
    expect(document.activeElement).toBe(box());
    fireEvent.change(box(), { target: { value: '马上去看' } });
    press('Enter', { ctrlKey: true });
    await pause();
    press('Escape');
    expect(document.activeElement).not.toBe(box());
    press('e');
    await pause();
    const done = sent.map(({ action }) => action).filter((action) => /take|reply|resolve/.test(action));
    expect(done).toEqual(['desk.take', 'desk.reply', 'desk.resolve']);
    expect(phone.asked.map(({ title }) => title)).toEqual(['这件事办结了？']);
  });

  it('no plain key does anything while somebody types, and keys of the browser stay its own', async () => {
    const sent = desk();
    await arrive({ threadId: 't1' });
    box().focus();
    for (const key of ['j', 'k', 't', 'r', 'e', 'p', '/', '?', '1']) expect(press(key)).toBe(false);
    box().blur();
    for (const key of ['t', 'r', 'e', 'p', 'j']) expect(press(key, { ctrlKey: true })).toBe(false);
    expect(press('j', { isComposing: true })).toBe(false);
    await pause();
    expect(sent.some(({ action }) => /take|resolve|contact/.test(action))).toBe(false);
    expect(shown('t1的话')).toBe(true);
  });

  it('says why a key did nothing', async () => {
    desk();
    await arrive({ threadId: 't1' });
    press('e');
    expect(phone.toasts).toEqual(['这条会话现在不能办结']);
  });

  it('? shows the keys, Escape puts them away, and beneath them no key works', async () => {
    desk();
    await arrive({ threadId: 't1' });
    press('?', { shiftKey: true });
    await pause();
    const card = screen.getByRole('dialog', { name: '值班台的快捷键' });
    expect(within(card).getByText('下一条会话')).toBeInTheDocument();
    expect(press('j')).toBe(false);
    press('Escape');
    await pause();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('/ searches all conversations, and the arrows go through what was found', async () => {
    const found = { ...cards[1], threadId: 't2', title: '很久以前的事', status: 'closed' };
    const sent = desk({ 'desk.search': () => gives({ items: [found], nextCursor: null }) });
    await arrive();
    press('/');
    const field = screen.getByRole('textbox', { name: '查找会话' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '很久' } });
    await pause();
    expect(shown('找到1条')).toBe(true);
    press('Escape');
    press('ArrowDown');
    await pause();
    expect(shown('t2的话')).toBe(true);
    expect(sent.filter(({ action }) => action === 'desk.search')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '清空查找' }));
    await pause();
    expect(screen.getByRole('button', { name: /第1件事/ })).toBeInTheDocument();
  });
});

describe('ready-made answers', () => {
  it('go into the box with names in place by one key, and nothing is sent', async () => {
    const sent = desk();
    await arrive({ threadId: 't1' });
    press('1');
    expect(box()).toHaveValue('李奶奶您好，宋雅琴马上核实。');
    expect(document.activeElement).toBe(box());
    expect(press('1')).toBe(false);
    expect(press('¡', { altKey: true, code: 'Digit1' })).toBe(true);
    expect(box()).toHaveValue('李奶奶您好，宋雅琴马上核实。李奶奶您好，宋雅琴马上核实。');
    expect(sent.some(({ action }) => action === 'desk.reply')).toBe(false);
  });

  it('are added, corrected with words about what is wrong, and removed only after asking', async () => {
    const sent = desk({
      'phrase.add': () => refuses('DIGIT_TAKEN'),
      'phrase.remove': () => gives(phrases[1]),
    });
    await arrive({ threadId: 't1' });
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getAllByRole('alert').length).toBeGreaterThan(0);
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '约时间' } });
    fireEvent.change(screen.getByRole('textbox', { name: '内容' }), {
      target: { value: '明天上午可以吗？' },
    });
    fireEvent.click(screen.getByRole('radio', { name: '2' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await pause();
    expect(sent.find(({ action }) => action === 'phrase.add')?.input).toEqual({
      label: '约时间',
      text: '明天上午可以吗？',
      digit: 2,
    });
    expect(phone.toasts).toEqual(['这个数字键已经给了另一条常用回复，请换一个数字。']);
    expect(screen.getByRole('textbox', { name: '名称' })).toHaveValue('约时间');
    press('Escape');
    await pause();

    fireEvent.click(screen.getByRole('button', { name: '修改照片' }));
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    await pause();
    expect(phone.asked.map(({ title }) => title)).toEqual(['删除“照片”？']);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('two of the desk at one conversation', () => {
  const qian = { threadId: 't1', personId: 'p2', name: '钱进', face: 'f02', isTyping: false };

  it('see each other in the queue and over the box, and who is writing', async () => {
    const looking = [qian];
    desk({ 'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null, looking }) });
    await arrive({ threadId: 't1' });
    await pause(2_500);
    expect(shown('钱进在看')).toBe(true);
    expect(shown('钱进也在看这件事')).toBe(true);
    looking[0] = { ...qian, isTyping: true };
    await pause(2_500);
    expect(shown('钱进正在写回复')).toBe(true);
  });

  it('warn the second, who loses nothing and may still send', async () => {
    const answer = aMessage(2, { side: 'desk', isMine: false, name: '钱进', text: '我来处理' });
    let page: object | null = null;
    const sent = desk({
      'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page, looking: [] }),
      'desk.reply': () => gives(pageOf('t1')),
    });
    await arrive({ threadId: 't1' });
    fireEvent.change(box(), { target: { value: '我马上去' } });
    page = {
      ...pageOf('t1'),
      thread: { ...pageOf('t1').thread, version: 2, messageCount: 2 },
      messages: [...pageOf('t1').messages, answer],
    };
    await pause(2_500);
    expect(screen.getByText(/^钱进刚刚已经回复了/)).toBeInTheDocument();
    expect(box()).toHaveValue('我马上去');
    fireEvent.click(screen.getByRole('button', { name: '发送' }));
    await pause();
    expect(sent.filter(({ action }) => action === 'desk.reply')).toHaveLength(1);
    expect(screen.queryByText(/^钱进刚刚已经回复了/)).not.toBeInTheDocument();
  });

  it('are told of each other by one small write in fifteen seconds, and not at all when it fails', async () => {
    const sent = desk({ 'desk.look': () => 'lost' });
    await arrive({ threadId: 't1' });
    for (let second = 0; second < 60; second += 1) await pause(1_000);
    const looks = sent.filter(({ action }) => action === 'desk.look');
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.length).toBeLessThanOrEqual(5);
    fireEvent.change(box(), { target: { value: '好' } });
    await pause(100);
    const last = sent.filter(({ action }) => action === 'desk.look');
    expect(last[last.length - 1]?.input).toEqual({ threadId: 't1', isTyping: true });
    expect(phone.toasts).toEqual([]);
  });
});
