import type { Count } from '@domain/desk/figures.schema';
import type { Cell } from '@domain/kernel/spreadsheet';

/** Counts of a span or of one row of it. */
export type Numbers = Readonly<Record<Count, number>>;

export type Rate = {
  readonly id: 'response' | 'solution' | 'satisfaction';
  readonly name: string;
  /** The good part of a whole, and what is left of it. */
  readonly part: Count;
  readonly whole: Count;
  readonly rest: Count;
};

/** 三率. */
export const RATES: readonly [Rate, Rate, Rate] = [
  { id: 'response', name: '按时答复率', part: 'inTime', whole: 'due', rest: 'late' },
  { id: 'solution', name: '解决率', part: 'fixed', whole: 'ended', rest: 'notFixed' },
  { id: 'satisfaction', name: '满意率', part: 'satisfied', whole: 'rated', rest: 'unsatisfied' },
];

export const rateOf = (id: string | undefined): Rate => RATES.find((rate) => rate.id === id) ?? RATES[0];

export const COUNT_NAMES: Readonly<Record<Count, string>> = {
  asked: '提问',
  due: '应答复',
  inTime: '按时答复',
  late: '没按时',
  ended: '已结束',
  fixed: '确认解决',
  notFixed: '没确认解决',
  rated: '有评价',
  satisfied: '满意',
  unsatisfied: '不满意',
};

/** Below this a percentage says little, and the page says so. */
const FEW = 10;

/** A part in percent; a dash where there is no whole. */
export const percentWords = (numbers: Numbers, { part, whole }: Rate): string =>
  numbers[whole] === 0 ? '—' : `${Math.round((numbers[part] / numbers[whole]) * 100)}%`;

export const isFew = (numbers: Numbers, { whole }: Rate): boolean =>
  numbers[whole] > 0 && numbers[whole] < FEW;

/** `按时答复 10 件，应答复 12 件`: the counts a percentage is made of. */
export const countWords = (numbers: Numbers, { part, whole }: Rate): string =>
  `${COUNT_NAMES[part]} ${numbers[part]} 件，${COUNT_NAMES[whole]} ${numbers[whole]} 件`;

/** The same for a table. */
export const percentCell = (numbers: Numbers, { part, whole }: Rate): Cell =>
  numbers[whole] === 0 ? '—' : { share: numbers[part] / numbers[whole] };
