import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { EVERYONE } from '../kernel/roles';
import { HOUR } from '../kernel/time';

export const REPLY_NOTICE = {
  /** Whoever has the page open has read the answer by then, and is not told by WeChat. */
  afterMs: 15_000,
  /** Later than this nobody is told any more: the answer is no news. */
  staleAfterMs: 2 * HOUR,
  /** A timer's run looks at so many answers, and tells so many followers. */
  batch: 50,
} as const;

/**
 * A one-time subscribe message as WeChat keeps it: the fields of the template we apply for. It says that there is an
 * answer and where, never to what. The template's id comes from the environment.
 */
export const REPLY_TEMPLATE = {
  zh: '答复通知',
  matter: 'thing1',
  time: 'time2',
  hint: 'thing3',
} as const;

/** Credits are kept for a person and a template; the desk's own are under the person's id alone. */
export const replyCreditsOf = (personId: string): string => `${personId}:reply`;

const resident = { audience: 'resident', by: EVERYONE, errors: [] } as const;

/** `templateId` is null where WeChat has granted none: then nothing is offered. */
export const getReplyCredits = defineAction({
  ...resident,
  name: 'credit.mine',
  zh: '微信答复提醒',
  kind: 'read',
  input: z.object({}),
  output: z.object({ templateId: z.nullable(z.string()), left: z.number() }),
});

/** One "yes" to WeChat's question is one message more. */
export const allowReplyPush = defineAction({
  ...resident,
  name: 'credit.allow',
  zh: '允许微信提醒一次答复',
  kind: 'write',
  input: z.object({}),
  output: z.object({ left: z.number() }),
});

export const replyNoticeActions = { getReplyCredits, allowReplyPush } as const;
