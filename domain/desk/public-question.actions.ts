import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, STAFF, VETTED } from '../kernel/roles';
import { publicAnswerText, publicCard, publicEdit, publicPage } from './public-question.schema';

const resident = { audience: 'resident', by: EVERYONE } as const;
const staff = { audience: 'staff', by: STAFF } as const;
const questionId = idSchema;
const answerId = idSchema;
const MOVES = ['PUBLIC_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const reason = text(100, 2);

export const listPublic = defineAction({
  ...resident,
  name: 'public.list',
  zh: '公开答复',
  kind: 'read',
  input: z.object({
    filter: z.enum(['open', 'mine']),
    query: z.optional(z.string().check(z.trim(), z.maxLength(40))),
    cursor: cursorSchema,
  }),
  output: pageOf(publicCard),
  errors: [],
});
export const getPublic = defineAction({
  ...resident,
  name: 'public.get',
  zh: '查看公开答复',
  kind: 'read',
  input: z.object({ questionId }),
  output: publicPage,
  errors: ['PUBLIC_NOT_FOUND'],
});
export const proposePublic = defineAction({
  ...resident,
  name: 'public.propose',
  zh: '公开我的问题',
  kind: 'write',
  input: z.object({ threadId: idSchema }),
  output: publicPage,
  errors: ['PUBLIC_THREAD_NOT_FOUND'],
});
export const answerPublic = defineAction({
  audience: 'resident',
  by: [...VETTED, ...STAFF],
  name: 'public.answer',
  zh: '解答公开问题',
  kind: 'write',
  input: z.object({ questionId, text: publicAnswerText }),
  output: publicPage,
  errors: [...MOVES, 'PUBLIC_TELLS_PERSONAL', 'PUBLIC_ANSWERS_FULL', 'WORDS_REFUSED'],
});
export const followPublic = defineAction({
  ...resident,
  name: 'public.follow',
  zh: '我也遇到',
  kind: 'mark',
  input: z.object({ questionId }),
  output: publicPage,
  errors: ['PUBLIC_NOT_FOUND'],
});
export const thankAnswer = defineAction({
  ...resident,
  name: 'public.thank',
  zh: '感谢解答',
  kind: 'mark',
  input: z.object({ questionId, answerId }),
  output: publicPage,
  errors: ['PUBLIC_NOT_FOUND', 'PUBLIC_ANSWER_NOT_FOUND'],
});
/** "This answered it", and nothing was sent. Counted once a day for a person and a question. */
export const publicSolved = defineAction({
  ...resident,
  name: 'public.solved',
  zh: '公开答复解决了问题',
  kind: 'write',
  input: z.object({ questionId, answerId }),
  output: z.object({}),
  errors: ['PUBLIC_NOT_FOUND', 'PUBLIC_ANSWER_NOT_FOUND'],
});
export const withdrawPublic = defineAction({
  ...resident,
  name: 'public.withdraw',
  zh: '撤下公开答复',
  kind: 'write',
  input: z.object({ questionId, reason }),
  output: publicPage,
  errors: MOVES,
});

export const makePublic = defineAction({
  ...staff,
  name: 'public.make',
  zh: '整理为公开答复',
  kind: 'write',
  input: z.object({ threadId: idSchema }),
  output: publicPage,
  errors: ['PUBLIC_THREAD_NOT_FOUND'],
});
export const listPublicReview = defineAction({
  ...staff,
  name: 'public.review',
  zh: '公开答复审核',
  kind: 'read',
  input: z.object({ filter: z.enum(['proposed', 'pending', 'open']) }),
  output: z.object({ items: z.array(publicCard) }),
  errors: [],
});
export const openPublic = defineAction({
  ...staff,
  name: 'public.open',
  zh: '审核公开答复',
  kind: 'read',
  input: z.object({ questionId }),
  output: z.object({ page: publicPage, officialDraft: z.string() }),
  errors: ['PUBLIC_NOT_FOUND'],
});
export const publishPublic = defineAction({
  ...staff,
  name: 'public.publish',
  zh: '公开',
  kind: 'write',
  input: z.object(publicEdit),
  output: publicPage,
  errors: [...MOVES, 'PUBLIC_TELLS_PERSONAL'],
});
export const declinePublic = defineAction({
  ...staff,
  name: 'public.decline',
  zh: '不公开',
  kind: 'write',
  input: z.object({ questionId, reason }),
  output: publicPage,
  errors: MOVES,
});
export const judgeAnswer = defineAction({
  ...staff,
  name: 'public.judge',
  zh: '核对邻居的解答',
  kind: 'write',
  input: z.object({
    questionId,
    answerId,
    judgement: z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('confirmed') }),
      z.object({ verdict: z.literal('hidden') }),
      z.object({ verdict: z.literal('corrected'), correction: publicAnswerText }),
    ]),
  }),
  output: publicPage,
  errors: [...MOVES, 'PUBLIC_ANSWER_NOT_FOUND', 'PUBLIC_TELLS_PERSONAL'],
});

const vettedRole = z.enum(VETTED);
const vettedPerson = z.object({
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  homeLabel: z.string(),
  roles: z.array(vettedRole),
  history: z.array(z.object({ words: z.string(), name: z.string(), at: z.number() })),
});
export type VettedPerson = z.output<typeof vettedPerson>;

export const listVetted = defineAction({
  ...staff,
  name: 'vetting.list',
  zh: '政策小达人与微团队',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(vettedPerson) }),
  errors: [],
});
/** The confirmed residents of a building, to choose from. */
export const listVettingCandidates = defineAction({
  ...staff,
  name: 'vetting.candidates',
  zh: '可以邀请的居民',
  kind: 'read',
  input: z.object({ buildingId: idSchema }),
  output: z.object({
    items: z.array(z.object({ personId: z.string(), name: z.string(), homeLabel: z.string() })),
  }),
  errors: [],
});
const vettingInput = z.object({ personId: idSchema, role: vettedRole, note: reason });
export const grantVetting = defineAction({
  ...staff,
  name: 'vetting.grant',
  zh: '聘请',
  kind: 'write',
  input: vettingInput,
  output: vettedPerson,
  errors: ['VETTING_NOT_FOUND', 'VETTING_NOT_RESIDENT', 'VETTING_STANDS', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});
export const revokeVetting = defineAction({
  ...staff,
  name: 'vetting.revoke',
  zh: '解聘',
  kind: 'write',
  input: vettingInput,
  output: vettedPerson,
  errors: ['VETTING_NOT_FOUND', 'VETTING_NONE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const publicActions = {
  listPublic,
  getPublic,
  proposePublic,
  answerPublic,
  followPublic,
  thankAnswer,
  publicSolved,
  withdrawPublic,
  makePublic,
  listPublicReview,
  openPublic,
  publishPublic,
  declinePublic,
  judgeAnswer,
  listVetted,
  listVettingCandidates,
  grantVetting,
  revokeVetting,
} as const;
