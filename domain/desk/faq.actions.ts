import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema } from '../kernel/input';
import { EVERYONE } from '../kernel/roles';
import { FAQ_LIMITS, faqChanges, faqView, publicLead } from './faq.schema';

const resident = { audience: 'resident', by: EVERYONE } as const;
const faqId = idSchema;

/** What changed in the published questions since a cursor, for the index a phone keeps. */
export const listFaqChanges = defineAction({
  ...resident,
  name: 'faq.changes',
  zh: '常见问题更新',
  kind: 'read',
  input: z.object({ since: cursorSchema }),
  output: faqChanges,
  errors: [],
});
export const getFaqAnswers = defineAction({
  ...resident,
  name: 'faq.answers',
  zh: '常见问题的回答',
  kind: 'read',
  input: z.object({
    faqIds: z.array(faqId).check(z.minLength(1), z.maxLength(FAQ_LIMITS.answersAtOnce)),
  }),
  output: z.object({ items: z.array(faqView) }),
  errors: [],
});
/** "This answered it", and nothing was sent. Counted once a day for a person and an entry. */
export const faqSolved = defineAction({
  ...resident,
  name: 'faq.solved',
  zh: '回答解决了问题',
  kind: 'write',
  input: z.object({ faqId }),
  output: z.object({}),
  errors: ['FAQ_NOT_FOUND'],
});

/** The newest answered questions, for the suggestions while somebody types. */
export const listPublicLeads = defineAction({
  ...resident,
  name: 'public.leads',
  zh: '邻居问过的事',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(publicLead).check(z.maxLength(FAQ_LIMITS.publicLeadsMax)) }),
  errors: [],
});
export const faqActions = { listFaqChanges, getFaqAnswers, faqSolved, listPublicLeads } as const;
