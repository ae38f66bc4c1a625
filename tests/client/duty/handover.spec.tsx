import { act, fireEvent, screen } from '@testing-library/react';
import type { HandoverView } from '@domain/desk/handover.schema';
import HandoverPage from '@/pages/staff/handover/index';
import AlertsPage from '@/pages/staff/alerts/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

const CHANGE = Date.parse('2026-11-22T08:30:00+08:00');
const someone = (personId: string, name: string) => ({ personId, name, face: 'f01' });
const sheet = (part: Partial<HandoverView> = {}): HandoverView => ({
  handoverId: 'h1',
  status: 'open',
  changesAt: CHANGE,
  leaving: [someone('p1', '宋雅琴')],
  coming: [someone('p3', '何佳')],
  items: [
    {
      itemId: 't1',
      kind: 'waiting',
      threadId: 't1',
      title: '暖气管漏水',
      who: '张桂兰 1号楼1单元101室',
      dueAt: CHANGE,
      hint: '还没有人接单',
      notes: [],
    },
  ],
  signerName: null,
  signedAt: null,
  isOverdue: false,
  moves: [],
  ...part,
});
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause();
};
const arrive = async (shown: HandoverView, answers: Parameters<typeof openCloud>[0] = {}) => {
  const sent = openCloud({ 'handover.get': () => gives(shown), ...answers });
  phone.openAt('/pages/staff/handover/index', { handoverId: 'h1' }, 2);
  await open(<HandoverPage />);
  await pause();
  return (action: string) => sent.filter((call) => call.action === action).map(({ input }) => input);
};

beforeEach(() => {
  jest.useFakeTimers({ now: CHANGE });
  signIn('at-the-change');
});
afterEach(() => jest.useRealTimers());

it('lets those who leave write a line to each matter', async () => {
  const inputs = await arrive(sheet({ moves: ['note'] }), { 'handover.note': () => gives(sheet()) });
  expect(screen.queryByRole('button', { name: '看过了，接班签字' })).toBeNull();
  await tap('写一句');
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '物业9点派师傅' } });
  await tap('写好了');
  expect(inputs('handover.note')).toEqual([{ handoverId: 'h1', itemId: 't1', text: '物业9点派师傅' }]);
});

it('lets those who come sign, after saying that a matter has no line yet', async () => {
  const inputs = await arrive(sheet({ moves: ['sign'] }), {
    'handover.sign': () => gives(sheet({ status: 'signed', signerName: '何佳', signedAt: CHANGE })),
  });
  expect(screen.queryByRole('button', { name: '写一句' })).toBeNull();
  await tap('看过了，接班签字');
  expect(phone.asked.map(({ content }) => content)).toEqual([
    '有 1 件事还没有留言，可以先问一声。签字后由您接手。',
  ]);
  expect(inputs('handover.sign')).toEqual([{ handoverId: 'h1' }]);
});

it('shows what I was told, leads to what it is about, and counts it as seen', async () => {
  const alert = {
    alertId: 'a1',
    kind: 'urgent',
    words: '紧急：楼下着火了',
    page: 'thread',
    pageId: 't1',
    isLoud: true,
    at: CHANGE,
    isSeen: false,
    wasPushed: true,
  };
  const sent = openCloud({
    'alert.mine': () => gives({ items: [alert], unseenCount: 1 }),
    'alert.seen': () => gives({}),
    'push.allowance': () => gives({ templateId: null, left: 0 }),
  });
  phone.openAt('/pages/staff/alerts/index', {}, 2);
  await open(<AlertsPage />);
  await pause();
  expect(screen.getByText('刚刚 · 也发了微信')).toBeInTheDocument();
  await tap('新的，紧急：楼下着火了');
  expect(phone.went).toEqual(['open /pages/staff/thread/index?threadId=t1']);
  expect(sent.find(({ action }) => action === 'alert.seen')?.input).toEqual({ upTo: CHANGE });
});
