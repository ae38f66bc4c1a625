/** What a bar means: the words beside it say the same. */
export type BarTone = 'danger' | 'waiting' | 'active' | 'done';

/** One bar of a chart. It opens the list it counts. */
export type Bar = {
  readonly id: string;
  /** Short, drawn beside or below the bar. */
  readonly name: string;
  readonly count: number;
  /** The whole this is a part of; drawn behind it. */
  readonly total?: number | undefined;
  /** The count as people read it, e.g. `3 件`. */
  readonly words: string;
  /** All of it as a sentence, for who hears it. */
  readonly label: string;
  readonly tone: BarTone;
};

/** The longest a bar of these may get. Never nothing, so that a chart of noughts is one, too. */
export const longestOf = (bars: readonly Bar[]): number =>
  Math.max(1, ...bars.map(({ count, total }) => Math.max(count, total ?? 0)));

/** How wide a text is drawn, in ems: Chinese characters are square, others about half as wide. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6), 0);
