import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { MOVE_ERROR_WORDS } from '../kernel/errors';
import { idSchema } from '../kernel/input';
import { EVERYONE, STAFF } from '../kernel/roles';
import {
  bindingCard,
  bindingRequestInput,
  meView,
  personContactView,
  placesView,
  refuseReason,
} from './people.schema';

export const PEOPLE_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  PERSON_NOT_FOUND: '没有找到这位邻居，可能已经撤回申请。',
  HOUSEHOLD_NOT_FOUND: '登记册里没有这个房号，请核对楼栋、单元和房间。',
  PERSON_HAS_NO_PHONE: '这位邻居没有留电话，请在会话里联系，或请楼栋网格员上门。',
  CANNOT_DECIDE_OWN_BINDING: '不能给自己确认住户，请由另一位工作人员处理。',
} as const;

export const getMe = defineAction({
  name: 'me.get',
  zh: '我是谁',
  audience: 'resident',
  kind: 'read',
  by: EVERYONE,
  input: z.object({}),
  output: meView,
  errors: [],
});

export const listPlaces = defineAction({
  name: 'place.list',
  zh: '楼栋与网格',
  audience: 'resident',
  kind: 'read',
  by: EVERYONE,
  input: z.object({}),
  output: placesView,
  errors: [],
});

export const requestBinding = defineAction({
  name: 'binding.request',
  zh: '申请绑定住户',
  audience: 'resident',
  kind: 'write',
  by: EVERYONE,
  input: bindingRequestInput,
  output: meView,
  errors: ['HOUSEHOLD_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const withdrawBinding = defineAction({
  name: 'binding.withdraw',
  zh: '撤回绑定申请',
  audience: 'resident',
  kind: 'write',
  by: EVERYONE,
  input: z.object({}),
  output: meView,
  errors: ['PERSON_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const moveOut = defineAction({
  name: 'binding.moveOut',
  zh: '搬离解绑',
  audience: 'resident',
  kind: 'write',
  by: EVERYONE,
  input: z.object({}),
  output: meView,
  errors: ['PERSON_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const listBindings = defineAction({
  name: 'binding.queue',
  zh: '待确认的住户',
  audience: 'staff',
  kind: 'read',
  by: STAFF,
  input: z.object({}),
  output: z.object({ items: z.array(bindingCard) }),
  errors: [],
});

const decided = z.object({ personId: z.string(), status: z.string() });

export const confirmBinding = defineAction({
  name: 'binding.confirm',
  zh: '确认住户',
  audience: 'staff',
  kind: 'write',
  by: STAFF,
  input: z.object({ personId: idSchema }),
  output: decided,
  errors: [
    'PERSON_NOT_FOUND',
    'CANNOT_DECIDE_OWN_BINDING',
    'MOVE_NOT_ALLOWED_FROM_STATE',
    'MOVE_NOT_ALLOWED_FOR_ROLE',
  ],
});

export const refuseBinding = defineAction({
  name: 'binding.refuse',
  zh: '不通过住户申请',
  audience: 'staff',
  kind: 'write',
  by: STAFF,
  input: z.object({ personId: idSchema, reason: refuseReason }),
  output: decided,
  errors: ['PERSON_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

/** The one reply that names a neighbour's number; asking for it is written into that neighbour's history. */
export const lookAtContact = defineAction({
  name: 'person.contact',
  zh: '查看联系电话',
  audience: 'staff',
  kind: 'write',
  by: STAFF,
  input: z.object({ personId: idSchema, threadId: z.optional(idSchema) }),
  output: personContactView,
  errors: ['PERSON_NOT_FOUND', 'PERSON_HAS_NO_PHONE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const peopleActions = {
  getMe,
  listPlaces,
  requestBinding,
  withdrawBinding,
  moveOut,
  listBindings,
  confirmBinding,
  refuseBinding,
  lookAtContact,
} as const;
