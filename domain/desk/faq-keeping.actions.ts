import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { questionFigures } from './faq-help.schema';
import {
  faqCard,
  faqDraftInput,
  faqEdit,
  faqInput,
  faqProposal,
  faqSheet,
  reviewDate,
} from './faq-keeping.schema';

const staff = { audience: 'staff', by: STAFF } as const;
const MOVES = ['FAQ_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'] as const;
const faqId = idSchema;

export const FAQ_FILTERS = ['published', 'overdue', 'draft', 'asked', 'retired'] as const;
export const listFaqForStaff = defineAction({
  ...staff,
  name: 'faq.desk',
  zh: '问答管理',
  kind: 'read',
  input: z.object({
    filter: z.enum(FAQ_FILTERS),
    query: z.optional(z.string().check(z.trim(), z.maxLength(40))),
    cursor: cursorSchema,
  }),
  output: pageOf(faqCard),
  errors: [],
});
export const openFaq = defineAction({
  ...staff,
  name: 'faq.open',
  zh: '查看问答',
  kind: 'read',
  input: z.object({ faqId }),
  output: faqSheet,
  errors: ['FAQ_NOT_FOUND'],
});
export const listFaqOwners = defineAction({
  ...staff,
  name: 'faq.owners',
  zh: '问答负责人',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ personId: z.string(), name: z.string() })) }),
  errors: [],
});
export const proposeFaq = defineAction({
  ...staff,
  name: 'faq.propose',
  zh: '从会话整理问答',
  kind: 'read',
  input: z.object({ threadId: idSchema }),
  output: faqProposal,
  errors: ['FAQ_THREAD_NOT_FOUND'],
});
export const draftFaq = defineAction({
  ...staff,
  name: 'faq.draft',
  zh: '存问答草稿',
  kind: 'write',
  input: z.object({ entry: faqDraftInput, threadId: z.optional(idSchema) }),
  output: faqSheet,
  errors: ['FAQ_OWNER_NOT_STAFF', 'FAQ_THREAD_NOT_FOUND', 'FAQ_ALREADY_MADE'],
});
/** `version` is the one the keeper saw: what somebody else changed meanwhile is not overwritten. */
export const reviseFaq = defineAction({
  ...staff,
  name: 'faq.revise',
  zh: '修改问答草稿',
  kind: 'write',
  input: z.object({ ...faqEdit, entry: faqDraftInput }),
  output: faqSheet,
  errors: [...MOVES, 'FAQ_OWNER_NOT_STAFF'],
});
export const publishFaq = defineAction({
  ...staff,
  name: 'faq.publish',
  zh: '发布问答',
  kind: 'write',
  input: z.object({ ...faqEdit, entry: faqInput }),
  output: faqSheet,
  errors: [...MOVES, 'FAQ_OWNER_NOT_STAFF', 'FAQ_TELLS_PERSONAL', 'FAQ_REVIEW_PAST'],
});
export const changeFaq = defineAction({
  ...staff,
  name: 'faq.change',
  zh: '修改已发布的问答',
  kind: 'write',
  input: z.object({ ...faqEdit, entry: faqInput }),
  output: faqSheet,
  errors: [...MOVES, 'FAQ_OWNER_NOT_STAFF', 'FAQ_TELLS_PERSONAL', 'FAQ_REVIEW_PAST'],
});
export const checkFaq = defineAction({
  ...staff,
  name: 'faq.check',
  zh: '核对问答',
  kind: 'write',
  input: z.object({ faqId, reviewOn: reviewDate }),
  output: faqSheet,
  errors: [...MOVES, 'FAQ_REVIEW_PAST'],
});
export const retireFaq = defineAction({
  ...staff,
  name: 'faq.retire',
  zh: '停用问答',
  kind: 'write',
  input: z.object({ faqId, reason: text(100, 2) }),
  output: faqSheet,
  errors: MOVES,
});
export const restoreFaq = defineAction({
  ...staff,
  name: 'faq.restore',
  zh: '恢复问答',
  kind: 'write',
  input: z.object({ faqId }),
  output: faqSheet,
  errors: MOVES,
});
export const getQuestionFigures = defineAction({
  ...staff,
  name: 'faq.figures',
  zh: '问答成效',
  kind: 'read',
  input: z.object({ days: z.union([z.literal(7), z.literal(14), z.literal(30)]) }),
  output: questionFigures,
  errors: [],
});

export const faqKeepingActions = {
  listFaqForStaff,
  openFaq,
  listFaqOwners,
  proposeFaq,
  draftFaq,
  reviseFaq,
  publishFaq,
  changeFaq,
  checkFaq,
  retireFaq,
  restoreFaq,
  getQuestionFigures,
} as const;
