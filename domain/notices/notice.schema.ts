import * as z from 'zod/mini';
import { targetSchema, type Target } from '../kernel/audience';
import { instantSchema, optionalText, text } from '../kernel/input';
import { linkSchema, type Link } from '../kernel/link';
import type { Actor, RecordBase } from '../kernel/record';
import { DAY } from '../kernel/time';

export const NOTICE_LIMITS = { titleMax: 35, bodyMax: 300, noteMax: 100, longest: 30 * DAY } as const;

export const NOTICE_KINDS = [
  'water',
  'power',
  'gas',
  'heating',
  'fire',
  'flood',
  'weather',
  'works',
  'other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  water: '停水',
  power: '停电',
  gas: '燃气',
  heating: '供暖',
  fire: '消防',
  flood: '汛情',
  weather: '天气',
  works: '施工',
  other: '其他',
};

/** The four levels of Chinese public warnings. Always shown with their word, never by colour alone. */
export const NOTICE_LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];
export const NOTICE_LEVEL_LABELS: Readonly<Record<NoticeLevel, string>> = {
  blue: '蓝色提示',
  yellow: '黄色注意',
  orange: '橙色警示',
  red: '红色紧急',
};

export const noticeInput = z.object({
  kind: z.enum(NOTICE_KINDS),
  level: z.enum(NOTICE_LEVELS),
  title: text(NOTICE_LIMITS.titleMax, 2),
  /** What happens, where and why. */
  body: text(NOTICE_LIMITS.bodyMax, 2),
  /** What a resident should do. */
  whatToDo: text(NOTICE_LIMITS.bodyMax, 2),
  issuer: text(30, 2),
  startsAt: instantSchema,
  endsAt: instantSchema,
  target: targetSchema,
});
export type NoticeInput = z.output<typeof noticeInput>;

export type Notice = RecordBase &
  Omit<NoticeInput, 'target'> & {
    readonly status: 'draft' | 'published' | 'cancelled' | 'ended' | 'discarded';
    readonly target: Target;
    readonly targetKeys: readonly string[];
    readonly targetLabel: string;
    /** 1 when published; each update counts up and asks everyone again. */
    readonly revision: number;
    readonly publishedAt: number | null;
    readonly revisedAt: number | null;
    readonly cancelReason: string | null;
    /** The conversation it came from; for staff alone. */
    readonly link?: Link;
  };

export const ANSWERS = ['acknowledged', 'needsHelp'] as const;
export type AnswerStatus = (typeof ANSWERS)[number];

/** What somebody answered to a notice. One per person and notice; `recordedBy` names staff who took it down at the door. */
export type Answer = RecordBase & {
  readonly status: AnswerStatus;
  readonly noticeId: string;
  readonly revision: number;
  readonly personId: string | null;
  readonly name: string;
  readonly householdId: string;
  readonly homeLabel: string;
  readonly buildingId: string;
  readonly note: string;
  readonly answeredAt: number;
  readonly recordedBy: Actor | null;
};

export const answerNote = optionalText(NOTICE_LIMITS.noteMax);

export const noticeStatus = z.enum(['draft', 'published', 'cancelled', 'ended', 'discarded']);

export const noticeView = z.object({
  noticeId: z.string(),
  kind: z.enum(NOTICE_KINDS),
  level: z.enum(NOTICE_LEVELS),
  title: z.string(),
  body: z.string(),
  whatToDo: z.string(),
  issuer: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  status: noticeStatus,
  revision: z.number(),
  targetLabel: z.string(),
  publishedAt: z.nullable(z.number()),
  revisedAt: z.nullable(z.number()),
  cancelReason: z.nullable(z.string()),
  /** The reader's answer to this revision; null when they have not answered it. */
  myAnswer: z.nullable(z.enum(ANSWERS)),
  canAnswer: z.boolean(),
  moves: z.array(z.string()),
  version: z.number(),
});
export type NoticeView = z.output<typeof noticeView>;

/** A notice as staff edit it: with whom it is for. */
export const staffNoticeView = z.object({
  notice: noticeView,
  target: targetSchema,
  updatedAt: z.number(),
  link: z.optional(linkSchema),
});
export type StaffNoticeView = z.output<typeof staffNoticeView>;

/** Households, not people: a notice has reached a home when one of its members answered. */
export const reachRow = z.object({
  buildingId: z.string(),
  name: z.string(),
  householdCount: z.number(),
  onAppCount: z.number(),
  acknowledgedCount: z.number(),
  needsHelpCount: z.number(),
  notReachedCount: z.number(),
});
export type ReachRow = z.output<typeof reachRow>;

export const reachView = z.object({
  notice: noticeView,
  total: z.object({
    householdCount: z.number(),
    onAppCount: z.number(),
    acknowledgedCount: z.number(),
    needsHelpCount: z.number(),
    notReachedCount: z.number(),
  }),
  buildings: z.array(reachRow),
});
export type ReachView = z.output<typeof reachView>;

/** One household of a building and how far the notice got there. */
export const householdReach = z.object({
  householdId: z.string(),
  homeLabel: z.string(),
  /** Names of bound members, masked; empty where nobody of the household uses the app. */
  members: z.array(z.string()),
  answer: z.nullable(z.enum(ANSWERS)),
  note: z.string(),
  recordedBy: z.nullable(z.string()),
});
export type HouseholdReach = z.output<typeof householdReach>;
