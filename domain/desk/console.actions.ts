import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { countSchema, cursorSchema, idSchema, instantSchema, pageOf, text } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { askerView } from './asker.schema';
import { phraseInput, phraseView } from './phrase.schema';
import { SEARCH_LIMITS } from './thread-search';
import { threadCard } from './thread.schema';

const staff = { audience: 'staff', by: STAFF } as const;
const phraseId = idSchema;
const keptPhrases = z.object({ items: z.array(phraseView) });

export const searchThreads = defineAction({
  ...staff,
  name: 'desk.search',
  zh: '查找会话',
  kind: 'read',
  input: z.object({ query: text(SEARCH_LIMITS.queryMax), cursor: cursorSchema }),
  output: pageOf(threadCard),
  errors: [],
});

/** What was asked from one instant (included) to another (left out), the oldest first; `isOpen`: only what is not finished. */
export const listAsked = defineAction({
  ...staff,
  name: 'desk.asked',
  zh: '某段时间的提问',
  kind: 'read',
  input: z.object({ from: instantSchema, to: instantSchema, isOpen: z.boolean(), cursor: cursorSchema }),
  output: pageOf(threadCard),
  errors: [],
});

/** `threadId` is null when somebody stops looking. Harmless to repeat, and gone by itself. */
export const lookAtThread = defineAction({
  ...staff,
  name: 'desk.look',
  zh: '正在查看会话',
  kind: 'mark',
  input: z.object({ threadId: z.nullable(idSchema), isTyping: z.boolean() }),
  output: z.object({}),
  errors: [],
});

export const getAsker = defineAction({
  ...staff,
  name: 'desk.asker',
  zh: '会话中的居民',
  kind: 'read',
  input: z.object({ threadId: idSchema }),
  output: askerView,
  errors: ['THREAD_NOT_FOUND'],
});

export const listPhrases = defineAction({
  ...staff,
  name: 'phrase.list',
  zh: '常用回复',
  kind: 'read',
  input: z.object({}),
  output: keptPhrases,
  errors: [],
});
export const addPhrase = defineAction({
  ...staff,
  name: 'phrase.add',
  zh: '添加常用回复',
  kind: 'write',
  input: phraseInput,
  output: phraseView,
  errors: ['DIGIT_TAKEN', 'TOO_MANY_PHRASES'],
});
/** `version` is the one the editor saw: a phrase somebody else changed meanwhile is not overwritten. */
export const changePhrase = defineAction({
  ...staff,
  name: 'phrase.change',
  zh: '修改常用回复',
  kind: 'write',
  input: z.object({ phraseId, version: countSchema, phrase: phraseInput }),
  output: phraseView,
  errors: ['PHRASE_NOT_FOUND', 'DIGIT_TAKEN', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});
export const removePhrase = defineAction({
  ...staff,
  name: 'phrase.remove',
  zh: '删除常用回复',
  kind: 'write',
  input: z.object({ phraseId }),
  output: phraseView,
  errors: ['PHRASE_NOT_FOUND', 'MOVE_NOT_ALLOWED_FROM_STATE', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const consoleActions = {
  searchThreads,
  listAsked,
  lookAtThread,
  getAsker,
  listPhrases,
  addPhrase,
  changePhrase,
  removePhrase,
} as const;
