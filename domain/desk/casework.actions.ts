import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { idSchema, instantSchema, optionalText, phoneSchema, text } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { CASEWORK_LIMITS, CHANNELS, foundPersonView } from './casework.schema';
import { THREAD_LIMITS, threadPage } from './thread.schema';

const MOVES = ['THREAD_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const staff = { audience: 'staff', by: STAFF } as const;
const threadId = idSchema;
const { nameMax, queryMax, reasonMax, splitMax, watchWordsMax } = CASEWORK_LIMITS;

/** Who called, by the beginning of a name or by a door (`3-2-501`): those who use the app, and the door itself. */
export const findCaller = defineAction({
  ...staff,
  name: 'record.who',
  zh: '代录：是哪一户、哪位居民',
  kind: 'read',
  input: z.object({ query: text(queryMax) }),
  output: z.object({
    home: z.nullable(z.object({ householdId: z.string(), label: z.string() })),
    people: z.array(foundPersonView),
  }),
  errors: [],
});

/** A person who uses the app, else a door, else at least a name. */
export const recordInput = z
  .object({
    channel: z.enum(CHANNELS),
    personId: z.optional(idSchema),
    householdId: z.optional(idSchema),
    callerName: optionalText(nameMax),
    callerPhone: z.optional(z.union([z.literal(''), phoneSchema])),
    text: text(THREAD_LIMITS.textMax),
    answer: optionalText(THREAD_LIMITS.textMax),
    isResolved: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ personId, householdId, callerName }) =>
        Boolean(personId ?? householdId) || (callerName ?? '') !== '',
      { path: ['who'] },
    ),
  );

export const recordThread = defineAction({
  ...staff,
  name: 'record.make',
  zh: '代录来电、来访、群消息',
  kind: 'write',
  input: recordInput,
  output: threadPage,
  errors: [
    'PERSON_NOT_FOUND',
    'HOUSEHOLD_NOT_FOUND',
    'MOVE_NOT_ALLOWED_FROM_STATE',
    'MOVE_NOT_ALLOWED_FOR_ROLE',
    'THREAD_CLOSED',
    'THREAD_MERGED',
  ],
});

/** The one reply that names a caller's number; asking for it is written into the matter's history. */
export const lookAtCaller = defineAction({
  ...staff,
  name: 'record.contact',
  zh: '查看代录的来电号码',
  kind: 'write',
  input: z.object({ threadId }),
  output: z.object({ name: z.string(), phone: z.string() }),
  errors: ['THREAD_NOT_FOUND', 'PERSON_HAS_NO_PHONE'],
});

/** Staff hand a household's matter to a member who uses the app by now. */
export const giveThread = defineAction({
  ...staff,
  name: 'record.give',
  zh: '把代录的事交给住户本人',
  kind: 'write',
  input: z.object({ threadId, personId: idSchema }),
  output: threadPage,
  errors: [...MOVES, 'PERSON_NOT_FOUND'],
});

export const transferThread = defineAction({
  ...staff,
  name: 'desk.transfer',
  zh: '转交同事',
  kind: 'write',
  input: z.object({ threadId, toPersonId: idSchema, reason: text(reasonMax, 2) }),
  output: threadPage,
  errors: [...MOVES, 'COLLEAGUE_NOT_FOUND'],
});

/** Two matters of one asker become one; which of them goes on follows from the two (see merge.rules). */
export const mergeThreads = defineAction({
  ...staff,
  name: 'desk.merge',
  zh: '合并重复的会话',
  kind: 'write',
  input: z.object({ threadId, otherId: idSchema }),
  output: threadPage,
  errors: [...MOVES, 'THREADS_OF_OTHERS'],
});
export const relateThreads = defineAction({
  ...staff,
  name: 'desk.relate',
  zh: '关联为同一件事',
  kind: 'write',
  input: z.object({ threadId, otherId: idSchema }),
  output: threadPage,
  errors: MOVES,
});
export const splitThread = defineAction({
  ...staff,
  name: 'desk.split',
  zh: '分出一件事',
  kind: 'write',
  input: z.object({
    threadId,
    messageIds: z.array(idSchema).check(z.minLength(1), z.maxLength(splitMax)),
  }),
  output: threadPage,
  errors: [...MOVES, 'MESSAGE_NOT_FOUND'],
});

const WATCH_MOVES = [...MOVES, 'WATCH_TIME_WRONG'] as const;
export const startWatch = defineAction({
  ...staff,
  name: 'watch.start',
  zh: '安排值守',
  kind: 'write',
  input: z.object({
    threadId,
    who: text(nameMax),
    what: text(watchWordsMax, 2),
    from: instantSchema,
    until: instantSchema,
  }),
  output: threadPage,
  errors: WATCH_MOVES,
});
export const endWatch = defineAction({
  ...staff,
  name: 'watch.end',
  zh: '结束值守，或换人接着守',
  kind: 'write',
  input: z.object({
    threadId,
    watchId: idSchema,
    note: optionalText(reasonMax),
    next: z.nullable(z.object({ who: text(nameMax), until: instantSchema })),
  }),
  output: threadPage,
  errors: [...WATCH_MOVES, 'WATCH_NOT_FOUND'],
});

export const caseworkActions = {
  findCaller,
  recordThread,
  lookAtCaller,
  giveThread,
  transferThread,
  mergeThreads,
  relateThreads,
  splitThread,
  startWatch,
  endWatch,
} as const;
