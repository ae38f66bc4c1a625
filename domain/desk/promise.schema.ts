import * as z from 'zod/mini';
import { idSchema, instantSchema, text } from '../kernel/input';
import type { Actor } from '../kernel/record';
import { DAY, HOUR, MINUTE, startOfDay } from '../kernel/time';

export const PROMISE_LIMITS = {
  wordsMax: 60,
  noteMax: 100,
  perThread: 20,
  /** Those on duty are reminded so long before it is due. */
  soonMs: HOUR,
  aheadMaxMs: 60 * DAY,
  shownMax: 100,
} as const;

/** It stands in its thread's own document, so that it is made by the same update as the words that make it. */
export type DeskPromise = {
  readonly promiseId: string;
  readonly words: string;
  readonly dueAt: number;
  readonly by: Actor;
  readonly madeAt: number;
  readonly status: 'made' | 'kept' | 'broken';
  readonly endedAt: number | null;
  readonly note: string;
  /** When somebody is to be reminded next; null when all reminders are out. */
  readonly remindAt: number | null;
};

export const promiseDue = instantSchema;
export const promiseWords = text(PROMISE_LIMITS.wordsMax, 2);
export const promiseId = idSchema;

export const promiseView = z.object({
  promiseId: z.string(),
  words: z.string(),
  dueAt: z.number(),
  byName: z.string(),
  madeAt: z.number(),
  status: z.enum(['made', 'kept', 'broken']),
  endedAt: z.nullable(z.number()),
  note: z.string(),
});
export type PromiseView = z.output<typeof promiseView>;

/** Past its time and not kept, or kept after it. */
export const isLate = (
  { status, dueAt, endedAt }: Pick<PromiseView, 'status' | 'dueAt' | 'endedAt'>,
  now: number,
): boolean => (status === 'made' ? now > dueAt : status === 'kept' && (endedAt ?? 0) > dueAt);

export const toPromiseView = (promise: DeskPromise): PromiseView => ({
  promiseId: promise.promiseId,
  words: promise.words,
  dueAt: promise.dueAt,
  byName: promise.by.name,
  madeAt: promise.madeAt,
  status: promise.status,
  endedAt: promise.endedAt,
  note: promise.note,
});

export type QuickDue = { readonly id: string; readonly words: string; readonly dueAt: number };

/** Offices close at six; "first thing tomorrow" is half past nine. */
const CLOSING = 18 * HOUR;
const MORNING = 9 * HOUR + 30 * MINUTE;
/** Too close to closing time to promise anything for today. */
const NOT_TODAY = HOUR;

/** Whoever says "tomorrow morning" at two at night means the morning to come. */
const NIGHT_ENDS = 5 * HOUR;

/** The due times people promise in words, as seen from now. "Today" is offered only while it can still be kept. */
export function quickDues(now: number): QuickDue[] {
  const today = startOfDay(now - NIGHT_ENDS);
  const all = [
    { id: 'today', words: '今天下班前', dueAt: today + CLOSING },
    { id: 'morning', words: '明天一早', dueAt: today + DAY + MORNING },
    { id: 'tomorrow', words: '明天下班前', dueAt: today + DAY + CLOSING },
    { id: 'threeDays', words: '三天内', dueAt: today + 3 * DAY + CLOSING },
  ];
  return all.filter(({ id, dueAt }) => id !== 'today' || dueAt - now >= NOT_TODAY);
}

const HINTS: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  { id: 'morning', pattern: /明早|明天一早|明天一大早|明天早上|明天上午/ },
  { id: 'tomorrow', pattern: /明天/ },
  { id: 'threeDays', pattern: /(三|3)天(之内|内)|这两天|两三天/ },
  { id: 'today', pattern: /今天(之内|内|下午|下班)|下班前|今儿/ },
];

/** The due time a reply sounds like; null when it promises nothing. */
export function dueInWords(words: string, now: number): QuickDue | null {
  const offered = quickDues(now);
  const hint = HINTS.find(({ id, pattern }) => pattern.test(words) && offered.some((due) => due.id === id));
  return offered.find(({ id }) => id === hint?.id) ?? null;
}
