import * as z from 'zod/mini';
import { optionalText, photoIdsSchema, photoView } from '../kernel/input';
import type { Link } from '../kernel/link';
import type { Actor, RecordBase } from '../kernel/record';
import { DAY } from '../kernel/time';
import {
  recordedView,
  threadLinkView,
  watchView,
  type DeskWatch,
  type Recorded,
  type ThreadLink,
  type Transfer,
} from './casework.schema';
import type { ExtraWord } from './emergency';
import { lookView } from './look.schema';
import { placeInput, type MessagePlace } from './message-place';
import { voiceInput, voiceView, type Voice } from './message-voice';
import { promiseView, type DeskPromise } from './promise.schema';
import { PAUSE_REASONS, type Ladder, type Pause } from './thread-clock';
import type { Topic } from './thread-topic';

export const THREAD_LIMITS = {
  textMax: 1000,
  titleMax: 40,
  /** Older messages are filed away in chunks of this many; a chunk never changes again. */
  chunkSize: 20,
  /** The newest messages stay in the thread's own document, so opening it is one read. */
  tailMax: 40,
  /** A person may have so many unanswered threads at once; more is a mistake or a flood. */
  openPerPerson: 10,
  confirmWithin: 7 * DAY,
} as const;

export type Side = 'asker' | 'desk' | 'system';

export type Message = {
  readonly messageId: string;
  readonly seq: number;
  readonly side: Side;
  readonly personId: string;
  readonly name: string;
  readonly face: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly at: number;
  readonly place?: MessagePlace;
  readonly voice?: Voice;
};

export type Taker = Actor & { readonly face: string };

type ThreadBase = RecordBase & {
  readonly askerId: string;
  readonly askerName: string;
  readonly askerFace: string;
  readonly askerHomeLabel: string | null;
  readonly title: string;
  readonly link: Link | null;
  readonly askedAt: number;
  /** The promise that held when this was asked. */
  readonly replyWithinMinutes: number;
  /** The desk owes an answer by then; null while it does not. */
  readonly replyDueAt: number | null;
  readonly firstRepliedAt: number | null;
  readonly messageCount: number;
  readonly filedChunkCount: number;
  readonly tail: readonly Message[];
  readonly askerReadSeq: number;
  /** How far the desk has read, whoever of it: nobody's reading is kept apart. */
  readonly deskReadSeq?: number;
  /** When this side was last seen to write; 0 once it stopped. Signs of life, no part of the matter. */
  readonly askerTypingAt?: number;
  readonly deskTypingAt?: number;
  /** What the desk's search finds this by (see thread-search); absent on threads from before there was a search. */
  readonly searchKeys?: readonly string[];
  /** FAQ entries that were shown before sending and did not answer the question. */
  readonly faqShown: readonly string[];
  /*
   * What runs on the thread by itself. Threads from before there was a ladder lack these: they run on from the next
   * message.
   */
  readonly ladder?: Ladder | null;
  readonly pause?: Pause | null;
  readonly promises?: readonly DeskPromise[];
  /** The earliest open promise; null without one. */
  readonly promiseDueAt?: number | null;
  /** When a timer looks at this thread next. */
  readonly wakeAt?: number | null;
  /** Words of danger were in it: it stands before everything else. */
  readonly isUrgent?: boolean;
  /** What the resident thought of it in the end, or told a caller. */
  readonly rating?: Rating | null;
  readonly followUp?: FollowUp | null;
  /*
   * What it is about, and where the asker lived when they asked: for the figures, and for the grid's worker. Absent on
   * threads from before there were figures.
   */
  readonly topic?: Topic;
  readonly buildingId?: string;
  readonly gridId?: string;
  /** The community's own words of danger as they were when last looked up: later messages are held against them. */
  readonly dangerWords?: readonly ExtraWord[];
  /** When the asker is told by WeChat of an answer not opened yet; 0 once that is settled. */
  readonly tellAskerAt?: number;
  /** The entry of the answers that teach which staff made of it. */
  readonly faqId?: string;
  /* What staff did with it (see casework.schema); absent where they did none of it. */
  readonly recorded?: Recorded;
  readonly transfers?: readonly Transfer[];
  readonly links?: readonly ThreadLink[];
  readonly watches?: readonly DeskWatch[];
  /** When the first running watch ends; null without one. */
  readonly watchUntil?: number | null;
  /** The newest note among colleagues; it moves nothing else, so a resident's phone hears of nothing. */
  readonly notedAt?: number;
};

export const RATINGS = ['good', 'fair', 'bad'] as const;
export const RATING_WORDS: Readonly<Record<(typeof RATINGS)[number], string>> = {
  good: '满意',
  fair: '基本满意',
  bad: '不满意',
};
export type Rating = { readonly score: (typeof RATINGS)[number]; readonly note: string; readonly at: number };

export const FOLLOW_UPS = ['fixed', 'notFixed', 'unreachable'] as const;
/** The last call to somebody who had not confirmed (回访). */
export type FollowUp = {
  readonly outcome: (typeof FOLLOW_UPS)[number];
  readonly note: string;
  readonly byName: string;
  readonly at: number;
};

export type Thread =
  | (ThreadBase & { readonly status: 'waiting'; readonly taker: null })
  | (ThreadBase & { readonly status: 'taken'; readonly taker: Taker })
  | (ThreadBase & { readonly status: 'resolved'; readonly taker: Taker; readonly resolvedAt: number })
  | (ThreadBase & {
      readonly status: 'confirmed' | 'closed';
      readonly taker: Taker;
      readonly resolvedAt: number;
    })
  | (ThreadBase & { readonly status: 'withdrawn'; readonly taker: null })
  | (ThreadBase & { readonly status: 'merged'; readonly taker: Taker | null });

/** Twenty messages of a thread, filed for good. Its id is `<threadId>:<chunkNo>`. */
export type MessageChunk = {
  readonly _id: string;
  readonly communityId: string;
  readonly threadId: string;
  readonly chunkNo: number;
  readonly messages: readonly Message[];
};

/** A message needs words, a picture, a recording or a place. */
export const messageInput = z
  .object({
    text: optionalText(THREAD_LIMITS.textMax),
    photos: z.optional(photoIdsSchema),
    place: z.optional(placeInput),
    voice: z.optional(voiceInput),
  })
  .check(
    z.refine(({ text, photos = [], place, voice }) => Boolean(text || photos.length > 0 || place || voice), {
      path: ['text'],
    }),
  );
export type MessageInput = z.output<typeof messageInput>;

/** What is said, once the register and the storage have been asked about it. */
export type MessageParts = Pick<MessageInput, 'text' | 'photos' | 'voice'> & {
  readonly place?: MessagePlace | undefined;
};

export const messageView = z.object({
  messageId: z.string(),
  seq: z.number(),
  side: z.enum(['asker', 'desk', 'system']),
  name: z.string(),
  face: z.string(),
  isMine: z.boolean(),
  text: z.string(),
  photos: z.array(photoView),
  at: z.number(),
  place: z.optional(z.string()),
  voice: z.optional(voiceView),
});
export type MessageView = z.output<typeof messageView>;

export const threadStatus = z.enum([
  'waiting',
  'taken',
  'resolved',
  'confirmed',
  'closed',
  'withdrawn',
  'merged',
]);

/** A line in a list of threads. `unreadCount` is for the reader; `asker` is there only for staff. */
export const threadCard = z.object({
  threadId: z.string(),
  title: z.string(),
  status: threadStatus,
  moves: z.array(z.string()),
  canWrite: z.boolean(),
  askedAt: z.number(),
  replyDueAt: z.nullable(z.number()),
  firstRepliedAt: z.nullable(z.number()),
  taker: z.nullable(z.object({ personId: z.string(), name: z.string(), face: z.string() })),
  lastText: z.string(),
  lastSide: z.enum(['asker', 'desk', 'system']),
  lastAt: z.number(),
  unreadCount: z.number(),
  messageCount: z.number(),
  link: z.nullable(z.object({ area: z.string(), id: z.string() })),
  asker: z.nullable(z.object({ name: z.string(), face: z.string(), homeLabel: z.nullable(z.string()) })),
  version: z.number(),
  updatedAt: z.number(),
  isUrgent: z.optional(z.boolean()),
  /** Rungs of the escalation climbed beyond the first person told; the desk alone sees it. */
  escalation: z.optional(z.number()),
  pause: z.optional(
    z.nullable(
      z.object({ reason: z.enum(PAUSE_REASONS), note: z.string(), until: z.number(), byName: z.string() }),
    ),
  ),
  promises: z.optional(z.array(promiseView)),
  rating: z.optional(z.nullable(z.object({ score: z.enum(RATINGS), note: z.string() }))),
  followUp: z.optional(
    z.nullable(
      z.object({ outcome: z.enum(FOLLOW_UPS), note: z.string(), byName: z.string(), at: z.number() }),
    ),
  ),
  /** A `Topic`, for the desk alone. */
  topic: z.optional(z.string()),
  /** The entry made of it, for the desk alone. */
  faqId: z.optional(z.string()),
  recorded: z.optional(recordedView),
  links: z.optional(z.array(threadLinkView)),
  watches: z.optional(z.array(watchView)),
  notedAt: z.optional(z.number()),
});
export type ThreadCard = z.output<typeof threadCard>;

/** How far each side has read. */
export const readsView = z.object({ asker: z.number(), desk: z.number() });
export type ReadsView = z.output<typeof readsView>;

/** An open conversation: its newest messages, and how many older chunks can be fetched (numbered from 1). */
export const threadPage = z.object({
  thread: threadCard,
  messages: z.array(messageView),
  filedChunkCount: z.number(),
  reads: z.optional(readsView),
});
export type ThreadPage = z.output<typeof threadPage>;

/** What changed since `cursor`, oldest first, and the open conversation if it is among it. */
export const syncView = z.object({
  cursor: z.number(),
  threads: z.array(threadCard),
  page: z.nullable(threadPage),
  /** Of the open conversation, changed or not: how far it was read, and whether the other side is writing now. */
  signs: z.optional(z.object({ reads: readsView, isTyping: z.boolean() })),
  /** For the desk: which colleagues look at which conversation this moment. */
  looking: z.optional(z.array(lookView)),
});
export type SyncView = z.output<typeof syncView>;
