import type { Database } from './database';
import type { Log } from './log';
import type { Effects, Relay } from './outbox';
import type { Photos } from './photos';
import type { Recordings } from './recordings';
import type { Secrets } from './secrets';
import type { Binding } from './binding';
import type { Wechat } from './wechat';
import type { WordsCheck } from './words-check';

/** Everything a module may use of the world. */
export type Platform = {
  readonly database: Database;
  readonly relay: Relay;
  readonly secrets: Secrets;
  readonly photos: Photos;
  readonly recordings: Recordings;
  readonly wechat: Wechat;
  readonly wordsCheck: WordsCheck;
  readonly log: Log;
  /** Epoch ms. */
  readonly now: () => number;
  /** The community a newcomer belongs to until scene codes tell several apart. */
  readonly communityId: string;
};

/** What one area offers: its actions, bound, the consequences it carries out, and what the timer does for it. */
export type Module = {
  readonly bindings: readonly Binding[];
  readonly effects?: Effects;
  readonly chores?: Readonly<Record<string, (now: number) => Promise<number>>>;
};
