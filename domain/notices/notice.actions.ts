import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { MOVE_ERROR_WORDS } from '../kernel/errors';
import { cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, NEIGHBOURS, STAFF } from '../kernel/roles';
import {
  answerNote,
  ANSWERS,
  householdReach,
  NOTICE_LIMITS,
  noticeInput,
  noticeView,
  reachView,
  staffNoticeView,
} from './notice.schema';

export const NOTICE_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  NOTICE_NOT_FOUND: '没有找到这条安全提示，请返回刷新。',
  NOTICE_NOT_FOR_YOU: '这条提示不是发给您所在楼栋的，不用回复。',
  NOTICE_CLOSED: '这条提示已经结束或取消，不用再回复。',
  NOTICE_REVISED: '提示内容刚刚更新了，请看过最新内容后再回复。',
  NOTICE_TIMES_WRONG: '结束时间要晚于开始时间，并且不超过30天。',
  NOTICE_OVER: '结束时间已经过去，请改成以后的时间。',
  NOTICE_FOR_NOBODY: '请至少选择一栋楼或一个网格。',
  PLACE_UNKNOWN: '有楼栋、网格或房号不在登记册里，请重新选择。',
} as const;

const MOVES = ['NOTICE_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const TIMES = ['NOTICE_TIMES_WRONG', 'NOTICE_OVER', 'NOTICE_FOR_NOBODY', 'PLACE_UNKNOWN'] as const;
const noticeId = idSchema;
const staff = { audience: 'staff', by: STAFF } as const;
const answerInput = {
  revision: z.int().check(z.minimum(1), z.maximum(10_000)),
  answer: z.enum(ANSWERS),
  note: answerNote,
};

export const listNotices = defineAction({
  name: 'notice.list',
  zh: '安全提示',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ filter: z.enum(['active', 'past']), cursor: cursorSchema }),
  output: pageOf(noticeView),
  errors: [],
});
export const getNotice = defineAction({
  name: 'notice.get',
  zh: '提示详情',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ noticeId }),
  output: noticeView,
  errors: ['NOTICE_NOT_FOUND'],
});
export const answerNotice = defineAction({
  name: 'notice.answer',
  zh: '回复安全提示',
  audience: 'resident',
  by: NEIGHBOURS,
  kind: 'write',
  input: z.object({ noticeId, ...answerInput }),
  output: noticeView,
  errors: [...MOVES, 'NOTICE_NOT_FOR_YOU', 'NOTICE_CLOSED', 'NOTICE_REVISED'],
});
export const listNoticesForStaff = defineAction({
  ...staff,
  name: 'notice.desk',
  zh: '提示管理',
  kind: 'read',
  input: z.object({ filter: z.enum(['draft', 'published', 'past']), cursor: cursorSchema }),
  output: pageOf(staffNoticeView),
  errors: [],
});
export const getNoticeForStaff = defineAction({
  ...staff,
  name: 'notice.open',
  zh: '查看提示',
  kind: 'read',
  input: z.object({ noticeId }),
  output: staffNoticeView,
  errors: ['NOTICE_NOT_FOUND'],
});
export const draftNotice = defineAction({
  ...staff,
  name: 'notice.draft',
  zh: '起草安全提示',
  kind: 'write',
  /** With `threadId` it comes from a conversation, and both carry the link. */
  input: z.extend(noticeInput, { threadId: z.optional(idSchema) }),
  output: staffNoticeView,
  errors: TIMES,
});
export const editNotice = defineAction({
  ...staff,
  name: 'notice.edit',
  zh: '修改草稿',
  kind: 'write',
  input: z.object({ noticeId, content: noticeInput }),
  output: staffNoticeView,
  errors: [...MOVES, ...TIMES],
});
export const discardNotice = defineAction({
  ...staff,
  name: 'notice.discard',
  zh: '删除草稿',
  kind: 'write',
  input: z.object({ noticeId }),
  output: staffNoticeView,
  errors: MOVES,
});
export const publishNotice = defineAction({
  ...staff,
  name: 'notice.publish',
  zh: '发布安全提示',
  kind: 'write',
  input: z.object({ noticeId }),
  output: staffNoticeView,
  errors: [...MOVES, 'NOTICE_TIMES_WRONG', 'NOTICE_OVER', 'NOTICE_FOR_NOBODY'],
});
export const reviseNotice = defineAction({
  ...staff,
  name: 'notice.revise',
  zh: '更新安全提示',
  kind: 'write',
  input: z.object({ noticeId, content: noticeInput }),
  output: staffNoticeView,
  errors: [...MOVES, ...TIMES],
});
export const cancelNotice = defineAction({
  ...staff,
  name: 'notice.cancel',
  zh: '取消安全提示',
  kind: 'write',
  input: z.object({ noticeId, reason: text(NOTICE_LIMITS.noteMax, 2) }),
  output: staffNoticeView,
  errors: MOVES,
});
/** Ties a conversation to a notice that is there already; both carry the link. */
export const tieNotice = defineAction({
  ...staff,
  name: 'notice.tie',
  zh: '把会话和安全提示连起来',
  kind: 'write',
  input: z.object({ noticeId, threadId: idSchema }),
  output: staffNoticeView,
  errors: MOVES,
});
export const getReach = defineAction({
  ...staff,
  name: 'notice.reach',
  zh: '谁还不知道',
  kind: 'read',
  input: z.object({ noticeId }),
  output: reachView,
  errors: ['NOTICE_NOT_FOUND'],
});
export const getReachOfBuilding = defineAction({
  ...staff,
  name: 'notice.reachOf',
  zh: '一栋楼的回执',
  kind: 'read',
  input: z.object({ noticeId, buildingId: z.string().check(z.maxLength(20)) }),
  output: z.object({ buildingName: z.string(), households: z.array(householdReach) }),
  errors: ['NOTICE_NOT_FOUND', 'PLACE_UNKNOWN'],
});
export const recordAnswer = defineAction({
  ...staff,
  name: 'notice.recordAnswer',
  zh: '代为登记回执',
  kind: 'write',
  input: z.object({ noticeId, householdId: idSchema, ...answerInput }),
  output: householdReach,
  errors: [...MOVES, 'NOTICE_NOT_FOR_YOU', 'NOTICE_CLOSED', 'NOTICE_REVISED', 'PLACE_UNKNOWN'],
});

export const noticeActions = {
  listNotices,
  getNotice,
  answerNotice,
  listNoticesForStaff,
  getNoticeForStaff,
  draftNotice,
  editNotice,
  discardNotice,
  publishNotice,
  reviseNotice,
  cancelNotice,
  tieNotice,
  getReach,
  getReachOfBuilding,
  recordAnswer,
} as const;
