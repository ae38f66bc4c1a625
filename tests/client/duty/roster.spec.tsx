import { act, fireEvent, screen } from '@testing-library/react';
import type { RosterShift, RosterWeeks } from '@domain/desk/duty.schema';
import { DAY, HOUR } from '@domain/kernel/time';
import RosterPage from '@/pages/staff/roster/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

/** 2026-09-30 12:00 in China, the day before National Day. */
const NOON = Date.parse('2026-09-30T12:00:00+08:00');
const someone = (personId: string, name: string) => ({ personId, name, face: 'f01' });
const ME = someone('p1', '宋雅琴');
const MA = someone('p2', '马骏');
const HE = someone('p3', '何佳');
const shift = (days: number, part: Partial<RosterShift> = {}): RosterShift => ({
  shiftId: `s${days}`,
  startsAt: NOON - 3.5 * HOUR + days * DAY,
  endsAt: NOON - 3.5 * HOUR + (days + 1) * DAY,
  people: [ME, MA],
  version: 1,
  moves: [],
  swap: null,
  absences: [],
  ...part,
});
const weeks = (part: Partial<RosterWeeks> = {}): RosterWeeks => ({
  days: [0, 1, 2].map((day) => ({
    startsAt: Date.parse('2026-09-30T00:00:00+08:00') + day * DAY,
    holiday: day > 0 ? '国庆节' : null,
    isWorkingWeekend: false,
  })),
  shifts: [shift(0), shift(1), shift(2, { people: [HE, MA] })],
  thin: [],
  plannedUntil: NOON + 30 * DAY,
  staff: [ME, MA, HE],
  canPlan: false,
  ...part,
});
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause();
};
const arrive = async (shown: RosterWeeks, answers: Parameters<typeof openCloud>[0] = {}) => {
  const sent = openCloud({
    'shift.weeks': () => gives(shown),
    'me.get': () => gives({ personId: 'p1' }),
    ...answers,
  });
  phone.openAt('/pages/staff/roster/index', {}, 2);
  await open(<RosterPage />);
  await pause();
  return (action: string) => sent.filter((call) => call.action === action).map(({ input }) => input);
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  signIn('roster-reader');
});
afterEach(() => jest.useRealTimers());

it('marks public holidays, and says that every hour has two people', async () => {
  await arrive(weeks());
  expect(screen.getAllByText('国庆节')).toHaveLength(2);
  expect(screen.getByText('每个时段都有两个人值班')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '按轮换排班' })).toBeNull();
});

it('tells of hours nobody covers, and that the secretary answers then', async () => {
  await arrive(weeks({ thin: [{ startsAt: NOON + DAY, endsAt: NOON + DAY + 5 * HOUR, peopleCount: 0 }] }));
  expect(screen.getByText('10月1日 周四 12:00 起 5小时没有人值班，到时由书记接应')).toBeInTheDocument();
});

it('asks a colleague to swap for one of theirs', async () => {
  const mine = shift(1, { moves: ['askSwap'] });
  const inputs = await arrive(weeks({ shifts: [mine, shift(2, { people: [HE, MA] })] }), {
    'shift.askSwap': () => gives(mine),
  });
  await tap(/^08:30–次日 08:30，宋雅琴、马骏/);
  await tap('请同事换班');
  await tap('发给对方，等答复');
  expect(inputs('shift.askSwap')).toEqual([]);
  await tap(/^请谁来替/);
  fireEvent.click(screen.getByRole('radio', { name: '何佳' }));
  await pause();
  await tap(/^换对方的哪个班/);
  fireEvent.click(screen.getByRole('radio', { name: /^10月2日/ }));
  await tap('发给对方，等答复');
  expect(inputs('shift.askSwap')).toEqual([
    { shiftId: 's1', toPersonId: 'p3', inReturnShiftId: 's2', note: '' },
  ]);
});

it('lets the colleague who was asked consent, and nobody else', async () => {
  const swap = { from: HE, to: ME, inReturnStartsAt: null, note: '家长会', askedAt: NOON };
  const asked = shift(2, { people: [HE, MA], swap, moves: ['acceptSwap', 'declineSwap'] });
  const inputs = await arrive(weeks({ shifts: [asked] }), { 'shift.answerSwap': () => gives(asked) });
  expect(screen.getByText('请您换班')).toBeInTheDocument();
  await tap(/何佳、马骏/);
  expect(screen.getByText('何佳请宋雅琴替这个班：家长会')).toBeInTheDocument();
  await tap('同意换班');
  expect(inputs('shift.answerSwap')).toEqual([{ shiftId: 's2', isAccepted: true }]);
});

it('tells the secretary when somebody else changed the shift meanwhile', async () => {
  const standing = shift(1, { moves: ['change', 'remove'] });
  await arrive(weeks({ shifts: [standing], canPlan: true }), { 'shift.change': () => refuses('CONFLICT') });
  await tap(/宋雅琴、马骏/);
  await tap('调整时间和人员');
  await tap('保存调整');
  expect(phone.toasts).toContain('刚刚有人也在操作，请刷新后再试一次。');
});

it('fills four weeks by turns, beginning with whoever served longest ago', async () => {
  const inputs = await arrive(weeks({ canPlan: true }), {
    'shift.fill': () => gives({ addedCount: 28, plannedUntil: NOON + 58 * DAY }),
  });
  await tap('按轮换排班');
  await tap(/起排 4 周$/);
  expect(inputs('shift.fill')).toMatchObject([
    { weeks: 4, shiftHours: 24, perShift: 2, order: ['p1', 'p3', 'p2'], startsAt: NOON + 30 * DAY },
  ]);
  expect(phone.toasts).toContain('排好了 28 个班次');
});
