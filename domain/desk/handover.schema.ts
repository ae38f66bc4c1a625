import * as z from 'zod/mini';
import { text } from '../kernel/input';
import type { Actor, RecordBase } from '../kernel/record';
import { HOUR, MINUTE } from '../kernel/time';
import { dutyPersonView, type DutyPerson } from './duty.schema';

export const HANDOVER_LIMITS = {
  /** The sheet is there so long before the shift ends, so that there is time to write on it. */
  openBeforeMs: 30 * MINUTE,
  /** A sheet nobody has signed by then is shown to the secretary. */
  signWithinMs: HOUR,
  noteMax: 120,
  itemsMax: 60,
  shownMax: 30,
} as const;

export const HANDOVER_KINDS = ['waiting', 'paused', 'promise', 'open', 'watch'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];
export const HANDOVER_KIND_WORDS: Readonly<Record<HandoverKind, string>> = {
  waiting: '等着回复',
  paused: '先等一等',
  promise: '要兑现的承诺',
  open: '还在办',
  watch: '正在值守',
};

/** One open matter as it stood when the sheet was made. */
export type HandoverItem = {
  readonly itemId: string;
  readonly kind: HandoverKind;
  readonly threadId: string;
  readonly title: string;
  readonly who: string;
  /** When it is due, or goes on; null where nothing is due. */
  readonly dueAt: number | null;
  readonly hint: string;
};

export type HandoverNote = {
  readonly itemId: string;
  readonly text: string;
  readonly by: Actor;
  readonly at: number;
};

export type Handover = RecordBase & {
  readonly status: 'open' | 'signed';
  readonly changesAt: number;
  readonly leaving: readonly DutyPerson[];
  readonly coming: readonly DutyPerson[];
  readonly items: readonly HandoverItem[];
  readonly notes: readonly HandoverNote[];
  /** The sheet was last made from the records then. */
  readonly gatheredAt: number;
  readonly signer: Actor | null;
  readonly signedAt: number | null;
  /** When a timer comes back to it; null once it is signed or the secretary knows. */
  readonly wakeAt: number | null;
};

export const handoverNote = text(HANDOVER_LIMITS.noteMax);

export const handoverView = z.object({
  handoverId: z.string(),
  status: z.enum(['open', 'signed']),
  changesAt: z.number(),
  leaving: z.array(dutyPersonView),
  coming: z.array(dutyPersonView),
  items: z.array(
    z.object({
      itemId: z.string(),
      kind: z.enum(HANDOVER_KINDS),
      threadId: z.string(),
      title: z.string(),
      who: z.string(),
      dueAt: z.nullable(z.number()),
      hint: z.string(),
      notes: z.array(z.object({ text: z.string(), byName: z.string(), at: z.number() })),
    }),
  ),
  signerName: z.nullable(z.string()),
  signedAt: z.nullable(z.number()),
  isOverdue: z.boolean(),
  moves: z.array(z.string()),
});
export type HandoverView = z.output<typeof handoverView>;

/** A line in the list of sheets. */
export const handoverCard = z.object({
  handoverId: z.string(),
  status: z.enum(['open', 'signed']),
  changesAt: z.number(),
  leavingNames: z.array(z.string()),
  comingNames: z.array(z.string()),
  itemCount: z.number(),
  notedCount: z.number(),
  signerName: z.nullable(z.string()),
  signedAt: z.nullable(z.number()),
  isOverdue: z.boolean(),
});
export type HandoverCard = z.output<typeof handoverCard>;
