import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { MOVE_ERROR_WORDS, SHOWN_ERROR_WORDS } from '../kernel/errors';
import { cursorSchema, idSchema, instantSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, NEIGHBOURS, STAFF } from '../kernel/roles';
import {
  fulfilInput,
  WISH_LIMITS,
  wishCardInput,
  wishContactView,
  wishForSomeoneInput,
  wishReviewInput,
  wishView,
} from './wish.schema';

export const WISH_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  ...SHOWN_ERROR_WORDS,
  WISH_NOT_FOUND: '没有找到这个心愿，可能已经撤回，请返回心愿墙刷新。',
  WISH_ALREADY_CLAIMED: '这个心愿刚刚被别的邻居认领了，谢谢您的热心，看看其他心愿吧。',
  CANNOT_CLAIM_OWN_WISH: '不能认领自己的心愿。',
  CANNOT_REVIEW_OWN_WISH: '不能审核自己的心愿，请由另一位工作人员审核。',
  TOO_MANY_CLAIMS: `每人最多同时认领${WISH_LIMITS.openClaimsPerPerson}个心愿，请先完成手上的心愿。`,
  TOO_MANY_OPEN_WISHES: `每人最多有${WISH_LIMITS.openWishesPerPerson}个未完成的心愿，请等前面的实现后再许愿。`,
  WISH_CONTACT_BLANKED: '这个心愿早已办完，联系方式已按隐私规定清除。如还需要联系，请问服务台。',
  WISH_MENTIONS_CASH:
    '微心愿只送实物和帮忙，不能写钱款、转账、红包等内容，请修改后提交。困难救助请直接联系服务台。',
} as const;

const MOVES = ['WISH_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const wishId = idSchema;
const resident = { audience: 'resident', by: NEIGHBOURS, output: wishView } as const;
const staff = { audience: 'staff', by: STAFF, output: wishView } as const;

export const WALL_FILTERS = ['open', 'claimed', 'done'] as const;
export type WallFilter = (typeof WALL_FILTERS)[number];

export const listWall = defineAction({
  name: 'wish.wall',
  zh: '心愿墙',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ filter: z.enum(WALL_FILTERS), cursor: cursorSchema }),
  output: pageOf(wishView),
  errors: [],
});
export const getWish = defineAction({
  name: 'wish.get',
  zh: '心愿详情',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({ wishId }),
  output: wishView,
  errors: ['WISH_NOT_FOUND'],
});
export const listMyWishes = defineAction({
  name: 'wish.mine',
  zh: '我的心愿',
  audience: 'resident',
  by: NEIGHBOURS,
  kind: 'read',
  input: z.object({}),
  output: z.object({ wished: z.array(wishView), claimed: z.array(wishView) }),
  errors: [],
});
export const submitWish = defineAction({
  ...resident,
  name: 'wish.submit',
  zh: '许下心愿',
  kind: 'write',
  input: wishCardInput,
  errors: ['WISH_MENTIONS_CASH', 'TOO_MANY_OPEN_WISHES'],
});
export const withdrawWish = defineAction({
  ...resident,
  name: 'wish.withdraw',
  zh: '撤回心愿',
  kind: 'write',
  input: z.object({ wishId }),
  errors: MOVES,
});
export const claimWish = defineAction({
  ...resident,
  name: 'wish.claim',
  zh: '认领心愿',
  kind: 'write',
  input: z.object({ wishId }),
  errors: [...MOVES, 'WISH_ALREADY_CLAIMED', 'CANNOT_CLAIM_OWN_WISH', 'TOO_MANY_CLAIMS'],
});
export const releaseWish = defineAction({
  ...resident,
  name: 'wish.release',
  zh: '退回心愿',
  kind: 'write',
  input: z.object({ wishId, reason: text(WISH_LIMITS.reasonMax, 2) }),
  errors: MOVES,
});
export const fulfilWish = defineAction({
  ...resident,
  name: 'wish.fulfil',
  zh: '心愿已实现',
  kind: 'write',
  input: z.object({ wishId, done: fulfilInput }),
  errors: [...MOVES, 'WORDS_REFUSED'],
});
export const thankForWish = defineAction({
  ...resident,
  name: 'wish.thank',
  zh: '致谢',
  kind: 'write',
  input: z.object({ wishId, thanks: text(WISH_LIMITS.noteMax, 2) }),
  errors: [...MOVES, 'WORDS_REFUSED'],
});
export const lookAtWishContact = defineAction({
  ...resident,
  name: 'wish.contact',
  zh: '查看联系方式',
  kind: 'mark',
  input: z.object({ wishId }),
  output: wishContactView,
  errors: ['WISH_NOT_FOUND', 'MOVE_NOT_ALLOWED_FOR_ROLE', 'WISH_CONTACT_BLANKED', 'CONFLICT'],
});
export const listWishesForStaff = defineAction({
  ...staff,
  name: 'wish.review',
  zh: '心愿审核',
  kind: 'read',
  input: z.object({
    filter: z.enum(['submitted', 'held', 'open', 'claimed', 'fulfilled']),
    cursor: cursorSchema,
  }),
  output: pageOf(wishView),
  errors: [],
});
/** On the wall and claimed by nobody, wished from one instant (included) to another (left out); the longest wait first. */
export const listUnclaimedWishes = defineAction({
  ...staff,
  name: 'wish.unclaimed',
  zh: '没人认领的心愿',
  kind: 'read',
  input: z.object({ from: instantSchema, to: instantSchema, cursor: cursorSchema }),
  output: pageOf(wishView),
  errors: [],
});
export const recordWish = defineAction({
  ...staff,
  name: 'wish.record',
  zh: '代录心愿',
  kind: 'write',
  /** With `threadId` it comes from a conversation, and both carry the link. */
  input: z.extend(wishForSomeoneInput, { threadId: z.optional(idSchema) }),
  errors: ['WISH_MENTIONS_CASH', 'TOO_MANY_OPEN_WISHES'],
});
export const publishWish = defineAction({
  ...staff,
  name: 'wish.publish',
  zh: '通过上墙',
  kind: 'write',
  input: z.object({ wishId, words: wishReviewInput }),
  errors: [...MOVES, 'WISH_MENTIONS_CASH', 'CANNOT_REVIEW_OWN_WISH'],
});
/** Staff have read the note and the thanks that the platform's check had not passed: now everybody sees them. */
export const vouchForWish = defineAction({
  ...staff,
  name: 'wish.vouch',
  zh: '公开心愿里的话',
  kind: 'write',
  input: z.object({ wishId }),
  errors: MOVES,
});
/** Ties a conversation to a wish that is there already; both carry the link. */
export const tieWish = defineAction({
  ...staff,
  name: 'wish.tie',
  zh: '把会话和心愿连起来',
  kind: 'write',
  input: z.object({ wishId, threadId: idSchema }),
  errors: MOVES,
});
export const declineWish = defineAction({
  ...staff,
  name: 'wish.decline',
  zh: '心愿不通过',
  kind: 'write',
  input: z.object({ wishId, reason: text(WISH_LIMITS.reasonMax, 2) }),
  errors: [...MOVES, 'CANNOT_REVIEW_OWN_WISH'],
});

export const wishActions = {
  listWall,
  getWish,
  listMyWishes,
  submitWish,
  withdrawWish,
  claimWish,
  releaseWish,
  fulfilWish,
  thankForWish,
  lookAtWishContact,
  listWishesForStaff,
  listUnclaimedWishes,
  recordWish,
  publishWish,
  vouchForWish,
  tieWish,
  declineWish,
} as const;
