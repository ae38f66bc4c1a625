import * as z from 'zod/mini';
import { withEffect, type RecordBase } from '../kernel/record';

export const ALERT_LIMITS = { shownMax: 50, wordsMax: 120, keptDays: 30 } as const;

/** Why somebody at the desk is told something. */
export const ALERT_KINDS = [
  'ask',
  'escalation',
  'urgent',
  'resume',
  'promise',
  'gap',
  'swap',
  'absence',
  'handover',
  'followUp',
  'mention',
  'transfer',
  'watch',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** The screen an alert opens. */
export const ALERT_PAGES = ['thread', 'roster', 'handover', 'promises'] as const;
export type AlertPage = (typeof ALERT_PAGES)[number];

/**
 * What became of the WeChat message beside the line in the app. `due`: not tried yet. `tried`: handed over, outcome
 * unknown. `unwanted`: this person has not allowed one more. `off`: no template is set up.
 */
export type PushState = 'due' | 'tried' | 'sent' | 'unwanted' | 'failed' | 'off';

/** One line told to one person of the desk. Its id follows from what it is about, so it is told once. */
export type DutyAlert = {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly kind: AlertKind;
  readonly words: string;
  readonly page: AlertPage;
  readonly pageId: string;
  readonly isLoud: boolean;
  readonly at: number;
  /** 0 while it has not been seen. */
  readonly seenAt: number;
  readonly push: PushState;
};

export type Telling = Pick<DutyAlert, 'personId' | 'kind' | 'words' | 'page' | 'pageId' | 'isLoud' | 'at'> & {
  readonly id: string;
};

/** Adds to a record that is being changed that somebody is to be told of it. */
export const tell = <R extends RecordBase>(record: R, { id, at, isLoud, ...rest }: Telling): R =>
  withEffect(record, {
    id,
    effect: 'desk.tell',
    payload: { ...rest, communityId: record.communityId, isLoud: isLoud ? 1 : 0 },
    at,
  });

export const alertView = z.object({
  alertId: z.string(),
  kind: z.enum(ALERT_KINDS),
  words: z.string(),
  page: z.enum(ALERT_PAGES),
  pageId: z.string(),
  isLoud: z.boolean(),
  at: z.number(),
  isSeen: z.boolean(),
  wasPushed: z.boolean(),
});
export type AlertView = z.output<typeof alertView>;

/**
 * A one-time subscribe message as WeChat keeps it: the fields of the template we apply for, and how many characters
 * each takes. The template's id belongs to one mini-program, so it comes from the environment.
 */
export const DUTY_TEMPLATE = {
  zh: '值班提醒',
  matter: { field: 'thing1', max: 20 },
  time: { field: 'time2', max: 20 },
  hint: { field: 'thing3', max: 20 },
} as const;
