import { hourOn, MINUTE } from '../kernel/time';
import { COUNTS, GROUPINGS, UNREGISTERED, type Count, type Grouping } from './figures.schema';
import type { Thread } from './thread.schema';
import { TOPICS } from './thread-topic';

/** What the figures know of a conversation: nobody's words, and nobody of the staff. */
export type Counted = Pick<
  Thread,
  | '_id'
  | 'title'
  | 'status'
  | 'askedAt'
  | 'replyWithinMinutes'
  | 'firstRepliedAt'
  | 'topic'
  | 'buildingId'
  | 'rating'
  | 'followUp'
>;

export type Counts = Readonly<Record<Count, number>>;

type Test = (thread: Counted, now: number) => boolean;

const dueAt = ({ askedAt, replyWithinMinutes }: Counted): number => askedAt + replyWithinMinutes * MINUTE;
/** Answered within the minutes that were promised when it was asked. */
export const isInTime: Test = (thread) =>
  thread.firstRepliedAt !== null && thread.firstRepliedAt <= dueAt(thread);
const isDue: Test = (thread, now) => thread.firstRepliedAt !== null || dueAt(thread) < now;
const isFixed: Test = ({ status }) => status === 'confirmed';
const isEnded: Test = ({ status }) => status === 'confirmed' || status === 'closed';
const isRated: Test = ({ rating }) => Boolean(rating);
const isSatisfied: Test = ({ rating }) => rating?.score === 'good' || rating?.score === 'fair';

const TESTS: Readonly<Record<Count, Test>> = {
  asked: () => true,
  due: isDue,
  inTime: isInTime,
  late: (thread, now) => isDue(thread, now) && !isInTime(thread, now),
  ended: isEnded,
  fixed: isFixed,
  notFixed: (thread, now) => isEnded(thread, now) && !isFixed(thread, now),
  rated: isRated,
  satisfied: isSatisfied,
  unsatisfied: (thread, now) => isRated(thread, now) && !isSatisfied(thread, now),
};

/** Taken back, or counted with the matter it became part of. */
const isLeftOut = ({ status }: Counted): boolean => status === 'withdrawn' || status === 'merged';

/** Whether a conversation is one of those a number counts. The number and the list behind it both ask here. */
export const isCounted = (thread: Counted, count: Count, now: number): boolean =>
  !isLeftOut(thread) && TESTS[count](thread, now);

const KEY_OF: Readonly<Record<Grouping, (thread: Counted) => string>> = {
  hour: ({ askedAt }) => String(hourOn(askedAt)),
  topic: ({ topic }) => topic ?? 'other',
  building: ({ buildingId }) => buildingId ?? UNREGISTERED,
};

/** Under which row of a grouping a conversation stands: the hour `0`–`23`, the topic, the building's id. */
export const keyIn = (grouping: Grouping, thread: Counted): string => KEY_OF[grouping](thread);

const NOTHING: Counts = {
  asked: 0,
  due: 0,
  inTime: 0,
  late: 0,
  ended: 0,
  fixed: 0,
  notFixed: 0,
  rated: 0,
  satisfied: 0,
  unsatisfied: 0,
};

/** Counts of a span, gathered while its conversations pass by once. */
export type Tally = {
  add(thread: Counted): void;
  readonly totals: () => Counts;
  readonly leftOutCount: () => number;
  /** Counts of one row; noughts where there was nothing. */
  readonly of: (grouping: Grouping, key: string) => Counts;
  /** Every key that was met. */
  readonly keys: (grouping: Grouping) => readonly string[];
};

/** @param now the instant for which is told what is overdue, epoch ms. */
export function newTally(now: number): Tally {
  const totals = { ...NOTHING };
  const groups = new Map<string, Record<Count, number>>();
  let leftOut = 0;
  const idOf = (grouping: Grouping, key: string) => `${grouping}:${key}`;
  return {
    add(thread) {
      if (isLeftOut(thread)) leftOut += 1;
      const rows = GROUPINGS.map((grouping) => {
        const id = idOf(grouping, keyIn(grouping, thread));
        const row = groups.get(id) ?? { ...NOTHING };
        groups.set(id, row);
        return row;
      });
      for (const count of COUNTS) {
        if (isCounted(thread, count, now)) for (const row of [totals, ...rows]) row[count] += 1;
      }
    },
    totals: () => ({ ...totals }),
    leftOutCount: () => leftOut,
    of: (grouping, key) => ({ ...(groups.get(idOf(grouping, key)) ?? NOTHING) }),
    keys: (grouping) =>
      [...groups.keys()]
        .filter((id) => id.startsWith(`${grouping}:`))
        .map((id) => id.slice(grouping.length + 1)),
  };
}

export const HOUR_KEYS: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour));
export const TOPIC_KEYS: readonly string[] = TOPICS;
