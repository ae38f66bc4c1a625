import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { countSchema, idSchema, instantSchema } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { alertView } from './duty-alert';
import { deskTimesInput, deskTimesView } from './desk-times';
import {
  absenceInput,
  DUTY_LIMITS,
  planInput,
  rosterShift,
  rosterWeeks,
  shiftInput,
  swapInput,
} from './duty.schema';
import { handoverCard, handoverNote, handoverView } from './handover.schema';

const MOVES = ['MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const SHIFT_MOVES = ['SHIFT_NOT_FOUND', ...MOVES] as const;
const staff = { audience: 'staff', by: STAFF } as const;
const secretary = { audience: 'staff', by: ['secretary'] } as const;
const shiftId = idSchema;

export const getRosterWeeks = defineAction({
  ...staff,
  name: 'shift.weeks',
  zh: '几周的值班表',
  kind: 'read',
  input: z.object({
    from: instantSchema,
    days: z.int().check(z.minimum(1), z.maximum(DUTY_LIMITS.shownDaysMax)),
  }),
  output: rosterWeeks,
  errors: [],
});
/** Fills the free hours of some weeks by a rotation; what is planned already stays as it is. */
export const fillRoster = defineAction({
  ...secretary,
  name: 'shift.fill',
  zh: '按轮换排班',
  kind: 'write',
  input: planInput,
  output: z.object({ addedCount: z.number(), plannedUntil: z.number() }),
  errors: ['STAFF_NOT_FOUND'],
});
export const addShift = defineAction({
  ...secretary,
  name: 'shift.add',
  zh: '加一个班次',
  kind: 'write',
  input: shiftInput,
  output: rosterShift,
  errors: ['STAFF_NOT_FOUND', 'SHIFT_CLASH'],
});
/** `version` is the one the secretary saw: a shift that was swapped meanwhile is not overwritten. */
export const changeShift = defineAction({
  ...secretary,
  name: 'shift.change',
  zh: '调整班次',
  kind: 'write',
  input: z.object({ shiftId, version: countSchema, shift: shiftInput }),
  output: rosterShift,
  errors: [...SHIFT_MOVES, 'STAFF_NOT_FOUND', 'SHIFT_CLASH'],
});
export const removeShift = defineAction({
  ...secretary,
  name: 'shift.remove',
  zh: '取消班次',
  kind: 'write',
  input: z.object({ shiftId }),
  output: rosterShift,
  errors: SHIFT_MOVES,
});
export const askSwap = defineAction({
  ...staff,
  name: 'shift.askSwap',
  zh: '请同事换班',
  kind: 'write',
  input: swapInput,
  output: rosterShift,
  errors: [...SHIFT_MOVES, 'STAFF_NOT_FOUND', 'SHIFT_CLASH', 'SHIFT_OVER', 'SWAP_PENDING', 'SWAP_MISMATCH'],
});
export const answerSwap = defineAction({
  ...staff,
  name: 'shift.answerSwap',
  zh: '答复换班',
  kind: 'write',
  input: z.object({ shiftId, isAccepted: z.boolean() }),
  output: rosterShift,
  errors: [...SHIFT_MOVES, 'SHIFT_CLASH', 'SHIFT_OVER'],
});
export const withdrawSwap = defineAction({
  ...staff,
  name: 'shift.withdrawSwap',
  zh: '取消换班请求',
  kind: 'write',
  input: z.object({ shiftId }),
  output: rosterShift,
  errors: SHIFT_MOVES,
});
export const callOffShift = defineAction({
  ...staff,
  name: 'shift.callOff',
  zh: '请假不能值班',
  kind: 'write',
  input: absenceInput,
  output: rosterShift,
  errors: [...SHIFT_MOVES, 'SHIFT_OVER', 'NOT_ON_SHIFT'],
});
export const coverShift = defineAction({
  ...staff,
  name: 'shift.cover',
  zh: '顶班',
  kind: 'write',
  input: z.object({ shiftId, personId: idSchema }),
  output: rosterShift,
  errors: [...SHIFT_MOVES, 'STAFF_NOT_FOUND', 'SHIFT_OVER', 'SHIFT_CLASH', 'NOBODY_ABSENT'],
});

export const getDeskTimes = defineAction({
  ...staff,
  name: 'desk.times',
  zh: '服务台的时间约定',
  kind: 'read',
  input: z.object({}),
  output: deskTimesView,
  errors: [],
});
export const setDeskTimes = defineAction({
  ...secretary,
  name: 'desk.setTimes',
  zh: '修改服务台的时间约定',
  kind: 'write',
  input: deskTimesInput,
  output: deskTimesView,
  errors: [],
});

export const listAlerts = defineAction({
  ...staff,
  name: 'alert.mine',
  zh: '我的值班提醒',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(alertView), unseenCount: z.number() }),
  errors: [],
});
/** Everything told up to an instant has been seen. */
export const seeAlerts = defineAction({
  ...staff,
  name: 'alert.seen',
  zh: '提醒已看',
  kind: 'mark',
  input: z.object({ upTo: instantSchema }),
  output: z.object({}),
  errors: [],
});
/** How many more WeChat messages this person has allowed; `templateId` is null where none is set up. */
export const getPushAllowance = defineAction({
  ...staff,
  name: 'push.allowance',
  zh: '微信提醒的次数',
  kind: 'read',
  input: z.object({}),
  output: z.object({ templateId: z.nullable(z.string()), left: z.number() }),
  errors: [],
});
/** One tap on WeChat's question allows one message. */
export const allowPush = defineAction({
  ...staff,
  name: 'push.allow',
  zh: '允许一次微信提醒',
  kind: 'write',
  input: z.object({}),
  output: z.object({ left: z.number() }),
  errors: [],
});

const handoverId = idSchema;
export const listHandovers = defineAction({
  ...staff,
  name: 'handover.list',
  zh: '交接班记录',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(handoverCard) }),
  errors: [],
});
export const getHandover = defineAction({
  ...staff,
  name: 'handover.get',
  zh: '交接单',
  kind: 'read',
  input: z.object({ handoverId }),
  output: handoverView,
  errors: ['HANDOVER_NOT_FOUND'],
});
export const noteOnHandover = defineAction({
  ...staff,
  name: 'handover.note',
  zh: '写交班留言',
  kind: 'write',
  input: z.object({ handoverId, itemId: idSchema, text: handoverNote }),
  output: handoverView,
  errors: ['HANDOVER_NOT_FOUND', 'ITEM_NOT_FOUND', ...MOVES],
});
export const signHandover = defineAction({
  ...staff,
  name: 'handover.sign',
  zh: '接班签字',
  kind: 'write',
  input: z.object({ handoverId }),
  output: handoverView,
  errors: ['HANDOVER_NOT_FOUND', ...MOVES],
});

export const dutyActions = {
  getRosterWeeks,
  fillRoster,
  addShift,
  changeShift,
  removeShift,
  askSwap,
  answerSwap,
  withdrawSwap,
  callOffShift,
  coverShift,
  getDeskTimes,
  setDeskTimes,
  listAlerts,
  seeAlerts,
  getPushAllowance,
  allowPush,
  listHandovers,
  getHandover,
  noteOnHandover,
  signHandover,
} as const;
