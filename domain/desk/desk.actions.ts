import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { MOVE_ERROR_WORDS } from '../kernel/errors';
import { countSchema, cursorSchema, idSchema, instantSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, STAFF } from '../kernel/roles';
import { dutyView, shiftView } from './duty.schema';
import { faqView } from './faq.schema';
import { promiseDue } from './promise.schema';
import { messageInput, messageView, syncView, threadCard, threadPage } from './thread.schema';

export const DESK_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  THREAD_NOT_FOUND: '没有找到这条会话，请返回列表刷新。',
  THREAD_CLOSED: '这件事已经结束，如还有需要请重新发一条。',
  TOO_MANY_OPEN_THREADS: '您还有好几件事在等待回复，请先在原来的会话里补充说明。',
  ALREADY_YOURS: '这件事已经由您在处理。',
  VOICE_NOT_USABLE: '这段语音用不了，请重新录一段，或者打字告诉我们。',
  NOT_OF_YOUR_HOUSEHOLD: '只有社区登记在同一户的家人才能替写。您可以替自己问，或请家人直接打电话给值班室。',
} as const;

const MOVES = ['THREAD_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
/** What may be wrong with the parts of a message that are not words. */
const PARTS = ['PLACE_UNKNOWN', 'VOICE_NOT_USABLE'] as const;
const threadId = idSchema;
const older = z.object({ threadId, chunkNo: z.int().check(z.minimum(1), z.maximum(100_000)) });
const chunkView = z.object({ chunkNo: z.number(), messages: z.array(messageView) });
const syncInput = z.object({
  since: instantSchema,
  threadId: z.optional(threadId),
  version: z.optional(countSchema),
  /** For the desk: leaves out who looks at what. */
  isLookSkipped: z.optional(z.boolean()),
});

const resident = { audience: 'resident', by: EVERYONE } as const;
const staff = { audience: 'staff', by: STAFF } as const;

export const getDuty = defineAction({
  ...resident,
  name: 'duty.now',
  zh: '今日值班',
  kind: 'read',
  input: z.object({}),
  output: dutyView,
  errors: [],
});
export const listFaq = defineAction({
  ...resident,
  name: 'faq.list',
  zh: '常见问题',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(faqView) }),
  errors: [],
});
export const faqHelped = defineAction({
  ...resident,
  name: 'faq.helped',
  zh: '回答有帮助',
  kind: 'mark',
  input: z.object({ faqId: idSchema }),
  output: z.object({}),
  errors: [],
});
export const askDesk = defineAction({
  ...resident,
  name: 'thread.ask',
  zh: '向服务台提问',
  kind: 'write',
  input: z.object({
    message: messageInput,
    faqShown: z.optional(z.array(idSchema).check(z.maxLength(10))),
    /** The person of one's own household for whom this is asked. */
    helpFor: z.optional(idSchema),
  }),
  output: threadPage,
  errors: ['TOO_MANY_OPEN_THREADS', 'NOT_OF_YOUR_HOUSEHOLD', ...PARTS],
});
/** Whom a link to help asks for. Who lives elsewhere learns nothing, not even whether there is such a person. */
export const getHelped = defineAction({
  ...resident,
  name: 'thread.helped',
  zh: '替谁问',
  kind: 'read',
  input: z.object({ personId: idSchema }),
  output: z.object({ personId: z.string(), name: z.string() }),
  errors: ['NOT_OF_YOUR_HOUSEHOLD'],
});
export const sayInThread = defineAction({
  ...resident,
  name: 'thread.say',
  zh: '补充说明',
  kind: 'write',
  /** `soundsUrgent`: the phone found words of danger; the cloud looks for itself. */
  input: z.object({ threadId, message: messageInput, soundsUrgent: z.optional(z.boolean()) }),
  output: threadPage,
  errors: [...MOVES, 'THREAD_CLOSED', 'THREAD_MERGED', ...PARTS],
});
export const listMyThreads = defineAction({
  ...resident,
  name: 'thread.mine',
  zh: '我的会话',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(threadCard) }),
  errors: [],
});
export const getThread = defineAction({
  ...resident,
  name: 'thread.get',
  zh: '打开会话',
  kind: 'read',
  input: z.object({ threadId }),
  output: threadPage,
  errors: ['THREAD_NOT_FOUND'],
});
export const getOlderMessages = defineAction({
  ...resident,
  name: 'thread.older',
  zh: '更早的消息',
  kind: 'read',
  input: older,
  output: chunkView,
  errors: ['THREAD_NOT_FOUND'],
});
export const syncMyThreads = defineAction({
  ...resident,
  name: 'thread.sync',
  zh: '收取新消息',
  kind: 'read',
  input: syncInput,
  output: syncView,
  errors: [],
});
export const markThreadRead = defineAction({
  ...resident,
  name: 'thread.read',
  zh: '标记已读',
  kind: 'mark',
  input: z.object({ threadId, seq: countSchema }),
  output: z.object({ unreadCount: z.number() }),
  errors: ['THREAD_NOT_FOUND'],
});
export const confirmThread = defineAction({
  ...resident,
  name: 'thread.confirm',
  zh: '确认解决',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});
export const reopenThread = defineAction({
  ...resident,
  name: 'thread.reopen',
  zh: '还没解决',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});
export const withdrawThread = defineAction({
  ...resident,
  name: 'thread.withdraw',
  zh: '撤回提问',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});

export const QUEUE_FILTERS = ['overdue', 'waiting', 'taken', 'mine', 'resolved', 'ended'] as const;
export const listQueue = defineAction({
  ...staff,
  name: 'desk.queue',
  zh: '值班队列',
  kind: 'read',
  input: z.object({ filter: z.enum(QUEUE_FILTERS), cursor: cursorSchema }),
  output: z.extend(pageOf(threadCard), { waitingCount: z.number() }),
  errors: [],
});
export const openThread = defineAction({
  ...staff,
  name: 'desk.open',
  zh: '查看居民会话',
  kind: 'read',
  input: z.object({ threadId }),
  output: threadPage,
  errors: ['THREAD_NOT_FOUND'],
});
export const getOlderForDesk = defineAction({
  ...staff,
  name: 'desk.older',
  zh: '更早的消息',
  kind: 'read',
  input: older,
  output: chunkView,
  errors: ['THREAD_NOT_FOUND'],
});
export const syncDesk = defineAction({
  ...staff,
  name: 'desk.sync',
  zh: '值班队列更新',
  kind: 'read',
  input: syncInput,
  output: syncView,
  errors: [],
});
export const replyInThread = defineAction({
  ...staff,
  name: 'desk.reply',
  zh: '回复居民',
  kind: 'write',
  /** With `promiseDueAt` the words are a promise, too; both are stored by one update. */
  input: z.object({ threadId, message: messageInput, promiseDueAt: z.optional(promiseDue) }),
  output: threadPage,
  errors: [...MOVES, 'THREAD_CLOSED', 'THREAD_MERGED', 'PROMISE_TIME_WRONG', 'TOO_MANY_PROMISES', ...PARTS],
});
export const takeThread = defineAction({
  ...staff,
  name: 'desk.take',
  zh: '接单',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});
export const takeOverThread = defineAction({
  ...staff,
  name: 'desk.takeOver',
  zh: '转我处理',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: [...MOVES, 'ALREADY_YOURS'],
});
export const handBackThread = defineAction({
  ...staff,
  name: 'desk.handBack',
  zh: '退回待接',
  kind: 'write',
  input: z.object({ threadId, reason: text(100, 2) }),
  output: threadPage,
  errors: MOVES,
});
export const resolveThread = defineAction({
  ...staff,
  name: 'desk.resolve',
  zh: '办结',
  kind: 'write',
  input: z.object({ threadId }),
  output: threadPage,
  errors: MOVES,
});
export const listRoster = defineAction({
  ...staff,
  name: 'duty.roster',
  zh: '值班表',
  kind: 'read',
  input: z.object({ from: instantSchema }),
  output: z.object({ items: z.array(shiftView) }),
  errors: [],
});

export const deskActions = {
  getDuty,
  listFaq,
  faqHelped,
  askDesk,
  getHelped,
  sayInThread,
  listMyThreads,
  getThread,
  getOlderMessages,
  syncMyThreads,
  markThreadRead,
  confirmThread,
  reopenThread,
  withdrawThread,
  listQueue,
  openThread,
  getOlderForDesk,
  syncDesk,
  replyInThread,
  takeThread,
  takeOverThread,
  handBackThread,
  resolveThread,
  listRoster,
} as const;
