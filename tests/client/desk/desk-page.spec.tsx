import { act, fireEvent, screen } from '@testing-library/react';
import { DESK_ERROR_WORDS } from '@domain/desk/desk.actions';
import DeskPage from '@/pages/tabs/desk/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aPage, aThread, ASKED_AT, theDuty } from './talk';

const HEATING = {
  faqId: 'faq-heating',
  question: '暖气不热怎么办？',
  answer: '先放气，再报修。',
  keywords: ['暖气', '供暖'],
  owner: '郭志强',
  source: '本市供热管理规定',
  reviewOn: '2027-01-21',
  helpedCount: 9,
};
const DOGS = {
  ...HEATING,
  faqId: 'faq-dogs',
  question: '遛狗不拴绳找谁管？',
  keywords: ['遛狗', '狗'],
  helpedCount: 3,
};
const asked = aPage(1, 1, { thread: aThread({ threadId: 't-new' }) });
let people = 0;

const cloud = (answers: Parameters<typeof openCloud>[0] = {}) =>
  openCloud({
    'duty.now': () => gives(theDuty),
    'faq.changes': () => gives({ items: [HEATING, DOGS], gone: [], cursor: '1.faq-dogs', hasMore: false }),
    'faq.answers': () => gives({ items: [HEATING, DOGS] }),
    'faq.solved': () => gives({}),
    'public.leads': () => gives({ items: [] }),
    'thread.mine': () => gives({ items: [] }),
    'thread.sync': () => gives({ cursor: 0, threads: [], page: null }),
    'thread.ask': () => gives(asked),
    ...answers,
  });
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const box = () => screen.getByRole('textbox', { name: '说说您的事' });
const write = async (text: string) => {
  fireEvent.change(box(), { target: { value: text } });
  await pause();
};
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause();
};
const arrive = async () => {
  await open(<DeskPage />);
  await pause();
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`neighbour-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('shows who is there now, until when, who comes next, and calls them with one tap', async () => {
  cloud();
  await arrive();
  expect(screen.getByText('宋雅琴、马骏')).toBeInTheDocument();
  expect(screen.getByText('到08:30')).toBeInTheDocument();
  expect(screen.getByText('08:30 起由何佳、白蕊接班')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '打电话给值班室 0371-66668888' })).toBeInTheDocument();
});

it('suggests answers while somebody types, without asking the network again', async () => {
  const sent = cloud();
  await arrive();
  await write('家里暖气');
  await write('家里暖气不热');
  expect(screen.getByText(HEATING.question)).toBeInTheDocument();
  expect(screen.queryByText(DOGS.question)).not.toBeInTheDocument();
  expect(sent.filter(({ action }) => action.startsWith('faq.')).map(({ action }) => action)).toEqual([
    'faq.changes',
    'faq.answers',
  ]);
});

it('opens a suggestion to its answer, its source, who vouches for it and until when', async () => {
  cloud();
  await arrive();
  await write('家里暖气不热');
  await tap(/暖气不热怎么办/);
  expect(screen.getByText(HEATING.answer)).toBeInTheDocument();
  expect(screen.getByText('来源：本市供热管理规定')).toBeInTheDocument();
  expect(screen.getByText(/负责人：郭志强 · 下次核对 2027-01-21/)).toBeInTheDocument();
});

it('warns that an answer past its review date may no longer hold', async () => {
  const overdue = { ...HEATING, reviewOn: '2026-11-01' };
  cloud({
    'faq.changes': () => gives({ items: [overdue], gone: [], cursor: '1.x', hasMore: false }),
    'faq.answers': () => gives({ items: [overdue] }),
  });
  await arrive();
  await write('家里暖气不热');
  await tap(/暖气不热怎么办/);
  expect(screen.getByText('待核对，以值班答复为准')).toBeInTheDocument();
});

it('counts an answer that helped and sends nothing to the desk', async () => {
  const sent = cloud();
  await arrive();
  await write('家里暖气不热');
  await tap(/暖气不热怎么办/);
  await tap('是的，解决了');
  expect(sent.find(({ action }) => action === 'faq.solved')?.input).toEqual({ faqId: 'faq-heating' });
  expect(screen.getByText(/很高兴帮到您/)).toBeInTheDocument();
  expect(box()).toHaveValue('');
  expect(sent.some(({ action }) => action === 'thread.ask')).toBe(false);
});

it('sends the words and what was shown when the answer did not help, and opens the talk', async () => {
  const sent = cloud();
  await arrive();
  await write('家里暖气不热');
  await tap(/暖气不热怎么办/);
  await tap('没有，发给社区');
  const asks = sent.filter(({ action }) => action === 'thread.ask');
  expect(asks.map(({ input }) => input)).toEqual([
    { message: { text: '家里暖气不热', photos: [] }, faqShown: ['faq-heating'] },
  ]);
  expect(phone.went).toEqual(['open /pages/desk/thread/index?threadId=t-new']);
  expect(box()).toHaveValue('');
});

it('asks once when an impatient finger taps twice', async () => {
  const sent = cloud();
  await arrive();
  await write('门禁刷不开');
  const button = screen.getByRole('button', { name: '发给值班人员' });
  fireEvent.click(button);
  fireEvent.click(button);
  await pause();
  expect(sent.filter(({ action }) => action === 'thread.ask')).toHaveLength(1);
});

it('keeps a question through a dead network and delivers it under the same key when it is back', async () => {
  let isDead = true;
  const sent = cloud({ 'thread.ask': () => (isDead ? 'lost' : gives(asked)) });
  await arrive();
  await write('门禁刷不开');
  await tap('发给值班人员');
  expect(screen.getByText('还没发出去，网络恢复后自动发送')).toBeInTheDocument();
  isDead = false;
  await tap('马上重试');
  const keys = sent.filter(({ action }) => action === 'thread.ask').map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(screen.queryByText(/还没发出去/)).not.toBeInTheDocument();
});

it('says why a question was refused and gives the words back to be changed', async () => {
  cloud({ 'thread.ask': () => refuses('TOO_MANY_OPEN_THREADS') });
  await arrive();
  await write('第十一件事');
  await tap('发给值班人员');
  expect(screen.getByText(/没有发出：您还有好几件事在等待回复/)).toBeInTheDocument();
  await tap('改一改');
  expect(box()).toHaveValue('第十一件事');
});

it('still holds what was typed when somebody leaves and comes back', async () => {
  cloud();
  const view = await open(<DeskPage />);
  await pause();
  await write('写到一半');
  view.unmount();
  await arrive();
  expect(box()).toHaveValue('写到一半');
});

it('shows an answer to my matter on the list without a reload', async () => {
  const mine = aThread({ title: '门禁刷不开' });
  const answered = {
    ...mine,
    status: 'taken',
    version: 2,
    lastText: '马上来看',
    lastSide: 'desk',
    unreadCount: 1,
  };
  const news = { threads: [] as unknown[] };
  cloud({
    'thread.mine': () => gives({ items: [mine] }),
    'thread.sync': () => gives({ cursor: ASKED_AT, page: null, ...news }),
  });
  await arrive();
  expect(screen.getByText(/承诺 10分钟内回复/)).toBeInTheDocument();
  news.threads = [{ ...answered, replyDueAt: null, taker: { personId: 'p2', name: '马骏', face: 'f02' } }];
  await pause(2_500);
  expect(screen.getByText('马骏：马上来看')).toBeInTheDocument();
  expect(screen.getByLabelText('1条未读')).toBeInTheDocument();
  expect(screen.queryByText(/承诺 10分钟内回复/)).not.toBeInTheDocument();
});

describe('a link to write for somebody of the family', () => {
  const helped = { personId: 'p-zhang', name: '张桂兰' };
  const openLink = async () => {
    phone.openAt('/pages/tabs/desk/index', { helpFor: 'p-zhang' });
    await arrive();
  };

  it('begins the question in their name once the cloud knows both behind one door, and asks for them once', async () => {
    const sent = cloud({ 'thread.helped': () => gives(helped) });
    await openLink();
    expect(screen.getByText(/您在帮张桂兰写/)).toBeInTheDocument();
    expect(box()).toHaveValue('替家人张桂兰问：');
    await write('替家人张桂兰问：暖气不热');
    await tap('发给值班人员');
    await write('我自己的事');
    await tap('发给值班人员');
    const asks = sent.filter(({ action }) => action === 'thread.ask').map(({ input }) => input);
    expect(asks).toEqual([
      expect.objectContaining({ helpFor: 'p-zhang' }),
      expect.not.objectContaining({ helpFor: 'p-zhang' }),
    ]);
  });

  it('tells a stranger no name, and leaves them their own question', async () => {
    const sent = cloud({ 'thread.helped': () => refuses('NOT_OF_YOUR_HOUSEHOLD') });
    await openLink();
    expect(screen.getByText(DESK_ERROR_WORDS.NOT_OF_YOUR_HOUSEHOLD)).toBeInTheDocument();
    expect(box()).toHaveValue('');
    await write('我自己的事');
    await tap('发给值班人员');
    expect(sent.find(({ action }) => action === 'thread.ask')?.input).not.toHaveProperty('helpFor');
  });

  it('can be turned into a question of one’s own', async () => {
    cloud({ 'thread.helped': () => gives(helped) });
    await openLink();
    await tap('改为替自己问');
    expect(box()).toHaveValue('');
    expect(screen.queryByText(/您在帮张桂兰写/)).toBeNull();
  });
});

it('counts answers on the tab of the desk as they arrive', async () => {
  let threads: object[] = [];
  const mine = aThread({ threadId: 't-old', unreadCount: 0 });
  cloud({
    'thread.mine': () => gives({ items: [mine] }),
    'thread.sync': () => gives({ cursor: ASKED_AT, threads, page: null }),
  });
  await arrive();
  expect(phone.badges.get(1)).toBeUndefined();
  threads = [{ ...mine, unreadCount: 2, version: mine.version + 1, updatedAt: ASKED_AT }];
  await pause(60_000);
  expect(phone.badges.get(1)).toBe('2');
});
