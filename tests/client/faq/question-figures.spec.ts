import type { DayFigures } from '@domain/desk/faq-help.schema';
import { scaleOf, totalsOf, unansweredOn, wordsOfDay } from '@/features/faq/question-figures';

const day = (
  date: string,
  askedCount: number,
  deflectedCount: number,
  neighbourCount: number,
): DayFigures => ({
  date,
  askedCount,
  deflectedCount,
  neighbourCount,
  staffCount: askedCount,
  questionCount: askedCount + deflectedCount + neighbourCount,
});
const days = [day('2026-11-20', 200, 60, 40), day('2026-11-21', 100, 120, 80), day('2026-11-22', 5, 1, 0)];

it('averages the days that are over and leaves today out', () => {
  expect(totalsOf(days, '2026-11-22')).toEqual({
    dayCount: 2,
    perDay: 300,
    deskPerDay: 150,
    withoutDesk: 0.5,
  });
});

it('claims no share when nobody asked', () => {
  expect(totalsOf([day('2026-11-22', 3, 0, 0)], '2026-11-22').withoutDesk).toBeNull();
});

it('leaves room for the old baseline and for the highest day', () => {
  expect(scaleOf([day('2026-11-20', 5, 0, 0)], 300)).toBe(350);
  expect(scaleOf([day('2026-11-20', 700, 0, 0)], 300)).toBe(750);
});

it('says a day in words to somebody who cannot see the bars', () => {
  expect(wordsOfDay(day('2026-11-21', 100, 120, 80))).toBe(
    '2026-11-21：提问300件，看问答解决120件，邻居解答80件，发给值班人员100件，首次答复100件',
  );
});

it('shows what the desk has not answered apart, and never less than nothing', () => {
  expect(unansweredOn({ ...day('2026-11-21', 100, 0, 0), staffCount: 97 })).toBe(3);
  expect(unansweredOn({ ...day('2026-11-21', 100, 0, 0), staffCount: 104 })).toBe(0);
});
