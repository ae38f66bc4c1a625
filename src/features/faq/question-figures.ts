import type { DayFigures } from '@domain/desk/faq-help.schema';

/** The height of the chart: the highest day or the old baseline, whichever is more, rounded up to fifty. */
export const scaleOf = (days: readonly DayFigures[], baseline: number): number =>
  Math.ceil((Math.max(baseline, ...days.map(({ questionCount }) => questionCount)) * 1.05) / 50) * 50;

/** What reached the desk that day beyond what it answered that day. */
export const unansweredOn = ({ askedCount, staffCount }: DayFigures): number =>
  Math.max(0, askedCount - staffCount);

/** A day in words. */
export const wordsOfDay = (day: DayFigures): string =>
  `${day.date}：提问${day.questionCount}件，看问答解决${day.deflectedCount}件，邻居解答${day.neighbourCount}件，` +
  `发给值班人员${day.askedCount}件，首次答复${day.staffCount}件`;

export type QuestionTotals = {
  readonly dayCount: number;
  readonly perDay: number;
  readonly deskPerDay: number;
  /** Share of the questions that needed nobody on duty, 0 to 1; null without any question. */
  readonly withoutDesk: number | null;
};

/** Averages over the days that are over. */
export function totalsOf(days: readonly DayFigures[], today: string): QuestionTotals {
  const over = days.filter(({ date }) => date !== today);
  const sum = (count: (day: DayFigures) => number) => over.reduce((total, day) => total + count(day), 0);
  const questions = sum(({ questionCount }) => questionCount);
  const asked = sum(({ askedCount }) => askedCount);
  const perDay = (total: number) => (over.length === 0 ? 0 : Math.round(total / over.length));
  return {
    dayCount: over.length,
    perDay: perDay(questions),
    deskPerDay: perDay(asked),
    withoutDesk: questions === 0 ? null : 1 - asked / questions,
  };
}
