import * as z from 'zod/mini';
import { linkAreas } from '../kernel/link';
import type { Actor, RecordBase } from '../kernel/record';
import { DAY } from '../kernel/time';
import { dutyPersonView, type DutyPerson } from './duty.schema';

export const CASEWORK_LIMITS = {
  nameMax: 20,
  /** What somebody types to find who called: a name or a door. */
  queryMax: 40,
  foundMax: 8,
  noteMax: 500,
  mentionsMax: 5,
  reasonMax: 100,
  transfersKept: 20,
  linksMax: 30,
  /** So many messages become a matter of their own at once. */
  splitMax: 20,
  watchesPerThread: 10,
  watchWordsMax: 60,
  watchAheadMaxMs: 7 * DAY,
} as const;

/** How what is recorded for somebody reached the desk. */
export const CHANNELS = ['phone', 'visit', 'group', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  phone: '电话',
  visit: '上门',
  group: '微信群',
  other: '其他',
};

/** Staff wrote it down for somebody who called, came by or wrote in a group (代录). */
export type Recorded = {
  readonly channel: Channel;
  readonly by: Actor;
  readonly at: number;
  /** Who called, where that person does not use the app; empty otherwise. */
  readonly callerName: string;
  /** A number to call back, encrypted at rest; each look at it is a line in the history. */
  readonly sealedPhone: string | null;
  /** When the number was taken out because it was no longer needed (see retention.rules); 0 where there was none. */
  readonly phoneBlankedAt?: number;
  /** The door it is about; null where the caller did not say. */
  readonly householdId: string | null;
};

/** A matter given to a named colleague (转交). */
export type Transfer = {
  readonly from: Actor;
  readonly to: Actor;
  readonly reason: string;
  readonly at: number;
};

/**
 * What a matter has to do with another record. The first four are between matters of one asker, who may open both;
 * `related` is between matters of different askers, `became` leads to what staff made of it, and `tied` to what was there
 * already: for staff alone.
 */
export const LINK_RELATIONS = [
  'absorbed',
  'mergedInto',
  'splitTo',
  'splitFrom',
  'related',
  'became',
  'tied',
] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];
export const LINK_RELATION_WORDS: Readonly<Record<LinkRelation, string>> = {
  absorbed: '并进来的',
  mergedInto: '已并入',
  splitTo: '分出去的',
  splitFrom: '分自',
  related: '同一件事',
  became: '转成',
  tied: '相关的事',
};

export type ThreadLink = {
  readonly relation: LinkRelation;
  readonly area: (typeof linkAreas)[number];
  readonly id: string;
  readonly title: string;
  /** The asker may see it, too. */
  readonly isShared: boolean;
  readonly byName: string;
  readonly at: number;
};

export const WATCH_STATES = ['running', 'ended', 'handedOver'] as const;
/** Somebody keeps an eye on a place until a time (值守), e.g. through the night until the plumber comes. */
export type DeskWatch = {
  readonly watchId: string;
  /** In words, for it may be a guard or a neighbour. */
  readonly who: string;
  readonly what: string;
  readonly from: number;
  readonly until: number;
  readonly by: Actor;
  readonly status: (typeof WATCH_STATES)[number];
  readonly note: string;
  readonly endedAt: number | null;
  /** When those on duty are reminded; null once that is done or it is over. */
  readonly remindAt: number | null;
};

/** A word among colleagues (内部备注); no contract for residents carries one. */
export type ThreadNote = RecordBase & {
  readonly status: 'kept';
  readonly threadId: string;
  readonly text: string;
  readonly by: DutyPerson;
  readonly mentions: readonly DutyPerson[];
};

export const noteView = z.object({
  noteId: z.string(),
  text: z.string(),
  by: dutyPersonView,
  mentions: z.array(z.string()),
  isMine: z.boolean(),
  at: z.number(),
});
export type NoteView = z.output<typeof noteView>;

export const recordedView = z.object({
  channel: z.enum(CHANNELS),
  byName: z.string(),
  /** The desk alone is told these two. */
  isWithoutApp: z.optional(z.boolean()),
  hasPhone: z.optional(z.boolean()),
  /** There was a number; it was no longer needed. */
  isPhoneBlanked: z.optional(z.boolean()),
});

export const threadLinkView = z.object({
  relation: z.enum(LINK_RELATIONS),
  area: z.enum(linkAreas),
  id: z.string(),
  title: z.string(),
});
export type ThreadLinkView = z.output<typeof threadLinkView>;

export const watchView = z.object({
  watchId: z.string(),
  who: z.string(),
  what: z.string(),
  from: z.number(),
  until: z.number(),
  byName: z.string(),
  status: z.enum(WATCH_STATES),
  note: z.string(),
});
export type WatchView = z.output<typeof watchView>;

export const colleagueView = z.object({
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  isOnDuty: z.boolean(),
});
export type ColleagueView = z.output<typeof colleagueView>;

export const foundPersonView = z.object({
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  homeLabel: z.string(),
});
