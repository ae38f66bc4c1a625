import { act, fireEvent, screen } from '@testing-library/react';
import type { FaqCard, FaqSheet } from '@domain/desk/faq-keeping.schema';
import FaqEditPage from '@/pages/answers/edit/index';
import FaqFiguresPage from '@/pages/answers/figures/index';
import StaffFaqPage from '@/pages/answers/list/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const card: FaqCard = {
  faqId: 'faq-heating',
  status: 'published',
  question: '暖气不热怎么办？',
  ownerName: '赵敏',
  source: '供热管理规定',
  reviewOn: '2026-11-01',
  isOverdue: true,
  helpedCount: 12,
  askedCount: 0,
  origin: 'written',
  updatedAt: NOW,
};
const sheet: FaqSheet = {
  card,
  answer: '先看阀门，再放气。',
  keywords: ['供暖'],
  ownerId: 'p-zhao',
  threadId: null,
  refusedCount: 3,
  moves: ['change', 'check', 'retire'],
  history: [{ move: '发布', name: '赵敏', at: NOW - 1000, note: '' }],
  version: 4,
};
const OWNERS = { items: [{ personId: 'p-zhao', name: '赵敏' }] };
let people = 0;

const cloud = (answers: Parameters<typeof openCloud>[0] = {}) =>
  openCloud({
    'faq.desk': () => gives({ items: [card], nextCursor: null }),
    'faq.owners': () => gives(OWNERS),
    'me.get': () => gives({ personId: 'p-zhao', name: '赵敏', roles: ['staff'] }),
    'faq.open': () => gives(sheet),
    ...answers,
  });
const pause = (ms = 500) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause();
};
const fill = async (label: string, value: string) => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  await pause();
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  signIn(`keeper-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

it('flags what is overdue in the list, finds entries by words and opens one', async () => {
  const sent = cloud();
  await open(<StaffFaqPage />);
  await pause();
  expect(screen.getByText('过期待核对')).toBeInTheDocument();
  await fill('查找', '暖气');
  expect(sent.at(-1)).toMatchObject({ action: 'faq.desk', input: { filter: 'published', query: '暖气' } });
  await tap(/暖气不热怎么办/);
  expect(phone.went).toEqual(['open /pages/answers/edit/index?faqId=faq-heating']);
});

it('shows a keeper how the entry stands, and takes a check until a chosen date', async () => {
  phone.openAt('/pages/answers/edit/index', { faqId: 'faq-heating' });
  const sent = cloud({ 'faq.check': () => gives(sheet) });
  await open(<FaqEditPage />);
  await pause();
  expect(screen.getByText(/已不再当作现行答案推荐/)).toBeInTheDocument();
  expect(screen.getByText(/有3人看了这条还是来问/)).toBeInTheDocument();
  await tap('今天已核对');
  fireEvent.click(screen.getByText('三个月后（2027-02-21）'));
  await pause();
  expect(sent.find(({ action }) => action === 'faq.check')?.input).toEqual({
    faqId: 'faq-heating',
    reviewOn: '2027-02-21',
  });
});

it('starts from a thread without names and numbers, and publishes only what is whole', async () => {
  phone.openAt('/pages/answers/edit/index', { threadId: 't1' });
  const proposal = { question: '狗证在哪里办', answer: '带狗到登记点办理。', maskedCount: 2 };
  const drafted = { ...sheet, card: { ...card, faqId: 'faq-new', status: 'draft' as const }, version: 1 };
  const sent = cloud({
    'faq.propose': () => gives(proposal),
    'faq.draft': () => gives(drafted),
    'faq.publish': () => gives({ ...drafted, card: { ...card, isOverdue: false } }),
  });
  await open(<FaqEditPage />);
  await pause();
  expect(screen.getByText(/已从会话里去掉2处/)).toBeInTheDocument();
  await tap('发布');
  expect(sent.some(({ action }) => action === 'faq.draft')).toBe(false);
  expect(screen.getByText('来源文件至少写2个字')).toBeInTheDocument();
  await fill('来源文件', '养犬管理规定');
  fireEvent.click(screen.getByRole('button', { name: '下次核对，请选择' }));
  await pause();
  fireEvent.click(screen.getByText('半年后（2027-05-23）'));
  await pause();
  await tap('发布');
  expect(sent.find(({ action }) => action === 'faq.draft')?.input).toMatchObject({ threadId: 't1' });
  expect(sent.find(({ action }) => action === 'faq.publish')?.input).toMatchObject({
    faqId: 'faq-new',
    version: 1,
    entry: { question: '狗证在哪里办', source: '养犬管理规定', ownerId: 'p-zhao', reviewOn: '2027-05-23' },
  });
});

it('keeps what was typed when a colleague was faster', async () => {
  phone.openAt('/pages/answers/edit/index', { faqId: 'faq-heating' });
  cloud({ 'faq.change': () => refuses('CONFLICT') });
  await open(<FaqEditPage />);
  await pause();
  fireEvent.click(screen.getByRole('button', { name: /下次核对，/ }));
  await pause();
  fireEvent.click(screen.getByText('一年后（2027-11-22）'));
  await pause();
  await fill('回答', '先放气，再报修，当天上门。');
  await tap('保存修改');
  expect(phone.toasts.at(-1)).toContain('刚刚有人也在操作');
  expect(screen.getByRole('textbox', { name: '回答' })).toHaveValue('先放气，再报修，当天上门。');
});

it('tells every day of the chart in words', async () => {
  const day = {
    askedCount: 100,
    deflectedCount: 120,
    neighbourCount: 80,
    staffCount: 99,
    questionCount: 300,
  };
  const days = ['2026-11-21', '2026-11-22'].map((date) => ({ ...day, date }));
  cloud({ 'faq.figures': () => gives({ days, baseline: { beforePerDay: 300, nowPerDay: 100 } }) });
  await open(<FaqFiguresPage />);
  await pause();
  expect(screen.getByText(/平均每天提问300件，发给值班人员100件；67%不用等值班/)).toBeInTheDocument();
  expect(screen.getAllByLabelText(/2026-11-21：提问300件，看问答解决120件/).length).toBeGreaterThan(0);
  expect(screen.getByText('以前每天 300')).toBeInTheDocument();
});
