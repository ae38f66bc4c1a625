import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { MOVE_ERROR_WORDS } from '../kernel/errors';
import { cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, NEIGHBOURS, STAFF } from '../kernel/roles';
import { ACTIVITY_LIMITS, activityInput, activityView, rollView } from './activity.schema';

export const ACTIVITY_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  ACTIVITY_NOT_FOUND: '没有找到这个活动，请返回列表刷新。',
  ACTIVITY_CLOSED: '活动已经开始、结束或取消，不能再改动报名。',
  ENROLMENT_CLOSED: '报名已经截止，下次请早一点。',
  ALREADY_ENROLLED: '您已经报过名了，不用重复报名。',
  NOT_ENROLLED: '报名名单里没有这位居民，请刷新后再看。',
  WAITLIST_FULL: '名额和候补都满了，请关注下一次活动。',
  ACTIVITY_TIMES_WRONG: '时间顺序不对：报名截止要早于开始，开始要早于结束。',
  ACTIVITY_IN_PAST: '报名截止时间已经过去，请改成以后的时间。',
  SEATS_BELOW_TAKEN: '名额不能少于已经报名的人数，请改大一些。',
} as const;

const MOVES = ['ACTIVITY_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const activityId = idSchema;
const staff = { audience: 'staff', by: STAFF, kind: 'write' } as const;

export const ACTIVITY_FILTERS = ['upcoming', 'past'] as const;

export const listActivities = defineAction({
  name: 'activity.list',
  zh: '活动',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ filter: z.enum(ACTIVITY_FILTERS), cursor: cursorSchema }),
  output: pageOf(activityView),
  errors: [],
});
export const listMyActivities = defineAction({
  name: 'activity.mine',
  zh: '我的报名',
  audience: 'resident',
  by: NEIGHBOURS,
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(activityView) }),
  errors: [],
});
export const getActivity = defineAction({
  name: 'activity.get',
  zh: '活动详情',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ activityId }),
  output: activityView,
  errors: ['ACTIVITY_NOT_FOUND'],
});
export const enrol = defineAction({
  name: 'activity.enrol',
  zh: '报名',
  audience: 'resident',
  by: NEIGHBOURS,
  kind: 'write',
  input: z.object({ activityId }),
  output: activityView,
  errors: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CLOSED', 'ENROLMENT_CLOSED', 'ALREADY_ENROLLED', 'WAITLIST_FULL'],
});
export const leave = defineAction({
  name: 'activity.leave',
  zh: '取消报名',
  audience: 'resident',
  by: NEIGHBOURS,
  kind: 'write',
  input: z.object({ activityId }),
  output: activityView,
  errors: [...MOVES, 'NOT_ENROLLED', 'ACTIVITY_CLOSED'],
});
export const publishActivity = defineAction({
  ...staff,
  name: 'activity.publish',
  zh: '发布活动',
  input: activityInput,
  output: activityView,
  errors: ['ACTIVITY_TIMES_WRONG', 'ACTIVITY_IN_PAST'],
});
export const reviseActivity = defineAction({
  ...staff,
  name: 'activity.revise',
  zh: '修改活动',
  input: z.object({ activityId, content: activityInput }),
  output: activityView,
  errors: [...MOVES, 'ACTIVITY_TIMES_WRONG', 'ACTIVITY_IN_PAST', 'SEATS_BELOW_TAKEN'],
});
export const cancelActivity = defineAction({
  ...staff,
  name: 'activity.cancel',
  zh: '取消活动',
  input: z.object({ activityId, reason: text(ACTIVITY_LIMITS.reasonMax, 2) }),
  output: activityView,
  errors: MOVES,
});
export const getRoll = defineAction({
  ...staff,
  kind: 'read',
  name: 'activity.roll',
  zh: '报名名单',
  input: z.object({ activityId }),
  output: rollView,
  errors: ['ACTIVITY_NOT_FOUND'],
});
export const checkIn = defineAction({
  ...staff,
  name: 'activity.checkIn',
  zh: '签到',
  input: z.object({ activityId, personId: idSchema }),
  output: rollView,
  errors: [...MOVES, 'NOT_ENROLLED', 'ACTIVITY_CLOSED'],
});
export const undoCheckIn = defineAction({
  ...staff,
  name: 'activity.undoCheckIn',
  zh: '撤销签到',
  input: z.object({ activityId, personId: idSchema }),
  output: rollView,
  errors: [...MOVES, 'NOT_ENROLLED', 'ACTIVITY_CLOSED'],
});

export const activityActions = {
  listActivities,
  listMyActivities,
  getActivity,
  enrol,
  leave,
  publishActivity,
  reviseActivity,
  cancelActivity,
  getRoll,
  checkIn,
  undoCheckIn,
} as const;
