import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { countSchema, cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { EVERYONE, STAFF } from '../kernel/roles';
import { SEARCH_LIMITS } from './thread-search';
import { threadCard } from './thread.schema';

/** The desk has seen everything up to a message. Nobody can tell who of the desk. */
export const markDeskRead = defineAction({
  audience: 'staff',
  by: STAFF,
  name: 'desk.read',
  zh: '社区已读',
  kind: 'mark',
  input: z.object({ threadId: idSchema, seq: countSchema }),
  output: z.object({}),
  errors: ['THREAD_NOT_FOUND'],
});

/** The asker is writing now. It fades by itself. */
export const tellTyping = defineAction({
  audience: 'resident',
  by: EVERYONE,
  name: 'thread.typing',
  zh: '正在输入',
  kind: 'mark',
  input: z.object({ threadId: idSchema }),
  output: z.object({}),
  errors: ['THREAD_NOT_FOUND'],
});

/** One's own conversations by what was said in them. */
export const searchMine = defineAction({
  audience: 'resident',
  by: EVERYONE,
  name: 'thread.search',
  zh: '查找我的会话',
  kind: 'read',
  input: z.object({ query: text(SEARCH_LIMITS.queryMax), cursor: cursorSchema }),
  output: pageOf(threadCard),
  errors: [],
});

export const talkActions = { markDeskRead, tellTyping, searchMine } as const;
