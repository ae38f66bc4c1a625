import * as z from 'zod/mini';
import { instantSchema, optionalText, text } from '../kernel/input';
import type { RecordBase } from '../kernel/record';

export const ACTIVITY_LIMITS = {
  titleMax: 40,
  summaryMax: 500,
  placeMax: 40,
  seatsMax: 500,
  /** The queue is bounded, so the whole roll fits one document and a seat is one atomic update. */
  waitlistMax: 200,
  reasonMax: 100,
} as const;

export const ACTIVITY_CATEGORIES = [
  'craft',
  'health',
  'culture',
  'skill',
  'safety',
  'exhibition',
  'volunteer',
] as const;
export type ActivityCategory = (typeof ACTIVITY_CATEGORIES)[number];
export const ACTIVITY_CATEGORY_LABELS: Readonly<Record<ActivityCategory, string>> = {
  craft: '手工',
  health: '健康义诊',
  culture: '文化体验',
  skill: '技能培训',
  safety: '安全演练',
  exhibition: '展览',
  volunteer: '志愿服务',
};

export type SeatStatus = 'confirmed' | 'waiting' | 'attended';

/** One person on the roll. The roll's own order is the order in which the database committed the enrolments. */
export type Seat = {
  readonly personId: string;
  readonly name: string;
  readonly homeLabel: string | null;
  readonly status: SeatStatus;
  /** Four digits to say at the door. */
  readonly ticketCode: string;
  readonly enrolledAt: number;
  readonly promotedAt: number | null;
  readonly checkedInAt: number | null;
  readonly key: string;
};

export type Activity = RecordBase & {
  readonly status: 'published' | 'cancelled' | 'finished';
  readonly title: string;
  readonly summary: string;
  readonly category: ActivityCategory;
  readonly place: string;
  readonly host: string;
  readonly bring: string;
  readonly safetyNote: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly enrolUntil: number;
  readonly seats: number;
  /** Derived from the roll and kept beside it, because the update that sells a seat is guarded by it. */
  readonly seatsLeft: number;
  readonly waitingCount: number;
  readonly roll: readonly Seat[];
  readonly cancelReason: string | null;
};

export const activityInput = z.object({
  title: text(ACTIVITY_LIMITS.titleMax, 2),
  summary: text(ACTIVITY_LIMITS.summaryMax, 2),
  category: z.enum(ACTIVITY_CATEGORIES),
  place: text(ACTIVITY_LIMITS.placeMax, 2),
  host: text(ACTIVITY_LIMITS.placeMax, 2),
  bring: optionalText(ACTIVITY_LIMITS.placeMax),
  safetyNote: optionalText(100),
  startsAt: instantSchema,
  endsAt: instantSchema,
  enrolUntil: instantSchema,
  seats: z.int().check(z.minimum(1), z.maximum(ACTIVITY_LIMITS.seatsMax)),
});
export type ActivityInput = z.output<typeof activityInput>;

export const activityStatus = z.enum(['published', 'cancelled', 'finished']);
export const seatStatus = z.enum(['confirmed', 'waiting', 'attended']);

export const activityView = z.object({
  activityId: z.string(),
  title: z.string(),
  summary: z.string(),
  category: z.enum(ACTIVITY_CATEGORIES),
  place: z.string(),
  host: z.string(),
  bring: z.string(),
  safetyNote: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  enrolUntil: z.number(),
  seats: z.number(),
  seatsLeft: z.number(),
  waitingCount: z.number(),
  status: activityStatus,
  cancelReason: z.nullable(z.string()),
  /** The reader's own place; `position` counts the waiting queue from 1. */
  mine: z.nullable(
    z.object({
      status: seatStatus,
      ticketCode: z.string(),
      position: z.nullable(z.number()),
      promotedAt: z.nullable(z.number()),
    }),
  ),
  /** `enrol` and `leave` for the reader; `revise` and `cancel` for staff. */
  moves: z.array(z.string()),
  version: z.number(),
});
export type ActivityView = z.output<typeof activityView>;

/** One line of the roll, for staff at the door. */
export const seatView = z.object({
  personId: z.string(),
  name: z.string(),
  homeLabel: z.nullable(z.string()),
  status: seatStatus,
  ticketCode: z.string(),
  enrolledAt: z.number(),
  checkedInAt: z.nullable(z.number()),
  moves: z.array(z.string()),
});
export type SeatView = z.output<typeof seatView>;

export const rollView = z.object({
  activity: activityView,
  seats: z.array(seatView),
  confirmedCount: z.number(),
  attendedCount: z.number(),
});
export type RollView = z.output<typeof rollView>;
