import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { countSchema, idSchema, instantSchema, optionalText } from '../kernel/input';
import { EVERYONE, STAFF } from '../kernel/roles';
import { EMERGENCY_LIMITS, emergencyTable, extraWordInput, gasPhoneInput } from './emergency';
import { PROMISE_LIMITS, promiseDue, promiseView, promiseWords } from './promise.schema';
import { PAUSE_LIMITS, PAUSE_REASONS } from './thread-clock';
import { FOLLOW_UPS, RATINGS, threadPage } from './thread.schema';

const MOVES = ['THREAD_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const staff = { audience: 'staff', by: STAFF } as const;
const threadId = idSchema;
const note = optionalText(PROMISE_LIMITS.noteMax);
const rating = z.object({ score: z.enum(RATINGS), note });

export const pauseThread = defineAction({
  ...staff,
  name: 'desk.pause',
  zh: '先等一等',
  kind: 'write',
  input: z.object({
    threadId,
    reason: z.enum(PAUSE_REASONS),
    note: optionalText(PAUSE_LIMITS.noteMax),
    until: instantSchema,
  }),
  output: threadPage,
  errors: [...MOVES, 'PAUSE_DATE_WRONG'],
});
export const resumeThread = defineAction({
  ...staff,
  name: 'desk.resume',
  zh: '接着办',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});
export const makePromise = defineAction({
  ...staff,
  name: 'promise.make',
  zh: '记下承诺',
  kind: 'write',
  input: z.object({ threadId, words: promiseWords, dueAt: promiseDue }),
  output: threadPage,
  errors: [
    'THREAD_NOT_FOUND',
    'MOVE_NOT_ALLOWED_FOR_ROLE',
    'THREAD_CLOSED',
    'PROMISE_TIME_WRONG',
    'TOO_MANY_PROMISES',
  ],
});
const promiseMove = z.object({ threadId, promiseId: idSchema, note });
const PROMISE_MOVES = [...MOVES, 'PROMISE_NOT_FOUND', 'PROMISE_TIME_WRONG'] as const;
export const keepPromise = defineAction({
  ...staff,
  name: 'promise.keep',
  zh: '承诺已兑现',
  kind: 'write',
  input: promiseMove,
  output: threadPage,
  errors: PROMISE_MOVES,
});
export const breakPromise = defineAction({
  ...staff,
  name: 'promise.break',
  zh: '承诺没能兑现',
  kind: 'write',
  input: promiseMove,
  output: threadPage,
  errors: PROMISE_MOVES,
});
export const postponePromise = defineAction({
  ...staff,
  name: 'promise.postpone',
  zh: '承诺改时间',
  kind: 'write',
  input: z.object({ threadId, promiseId: idSchema, note, dueAt: promiseDue }),
  output: threadPage,
  errors: PROMISE_MOVES,
});
export const listPromises = defineAction({
  ...staff,
  name: 'promise.open',
  zh: '待兑现的承诺',
  kind: 'read',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({ threadId: z.string(), title: z.string(), who: z.string(), promise: promiseView }),
    ),
  }),
  errors: [],
});

/** The asker confirms, and says how it was if they like. */
export const rateThread = defineAction({
  audience: 'resident',
  by: EVERYONE,
  name: 'thread.rate',
  zh: '确认解决并评价',
  kind: 'write',
  input: z.object({ threadId, rating: z.nullable(rating) }),
  output: threadPage,
  errors: MOVES,
});
export const followUpThread = defineAction({
  ...staff,
  name: 'desk.followUp',
  zh: '电话回访',
  kind: 'write',
  input: z.object({ threadId, outcome: z.enum(FOLLOW_UPS), note, rating: z.nullable(rating) }),
  output: threadPage,
  errors: MOVES,
});
const matter = z.object({
  threadId: z.string(),
  title: z.string(),
  who: z.string(),
  resolvedAt: z.number(),
  takerName: z.string(),
});
/** Whom to call, and how the last thirty days ended: `fixed` said so themselves, `closed` said nothing. */
export const listFollowUps = defineAction({
  ...staff,
  name: 'desk.followUps',
  zh: '待回访的居民',
  kind: 'read',
  input: z.object({}),
  output: z.object({
    items: z.array(matter),
    ended: z.object({
      fixedCount: z.number(),
      closedCount: z.number(),
      goodCount: z.number(),
      fairCount: z.number(),
      badCount: z.number(),
    }),
  }),
  errors: [],
});

/** Words and numbers of danger. Everybody's phone keeps them. */
export const getEmergencyTable = defineAction({
  audience: 'resident',
  by: EVERYONE,
  name: 'emergency.table',
  zh: '紧急情况的词和电话',
  kind: 'read',
  input: z.object({}),
  output: emergencyTable,
  errors: [],
});
/** The community's own words and gas company, as a whole; `version` is the one the editor saw. */
export const setEmergencyWords = defineAction({
  ...staff,
  name: 'emergency.set',
  zh: '修改紧急情况的词和电话',
  kind: 'write',
  input: z.object({
    version: countSchema,
    extra: z.array(extraWordInput).check(z.maxLength(EMERGENCY_LIMITS.extraMax)),
    gasPhone: gasPhoneInput,
  }),
  output: emergencyTable,
  errors: [],
});

export const matterActions = {
  getEmergencyTable,
  setEmergencyWords,
  pauseThread,
  resumeThread,
  makePromise,
  keepPromise,
  breakPromise,
  postponePromise,
  listPromises,
  rateThread,
  followUpThread,
  listFollowUps,
} as const;
