import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema, pageOf } from '../kernel/input';
import { messageView, threadCard, threadPage } from './thread.schema';
import { visitView } from './visit.schema';

const gridWorker = { audience: 'resident', by: ['gridWorker'], kind: 'read' } as const;

/** What households of the caller's own grid asked, the newest change first; only to read. */
export const listGridThreads = defineAction({
  ...gridWorker,
  name: 'grid.threads',
  zh: '我的网格的会话',
  input: z.object({ cursor: cursorSchema }),
  output: pageOf(threadCard),
  errors: ['NO_GRID_YET'],
});

/** One of them. That it was opened is written down. */
export const openGridThread = defineAction({
  ...gridWorker,
  name: 'grid.open',
  zh: '查看网格里的会话',
  input: z.object({ threadId: idSchema }),
  output: threadPage,
  errors: ['THREAD_NOT_FOUND'],
});

export const getOlderForGrid = defineAction({
  ...gridWorker,
  name: 'grid.older',
  zh: '更早的消息',
  input: z.object({ threadId: idSchema, chunkNo: z.int().check(z.minimum(1), z.maximum(100_000)) }),
  output: z.object({ chunkNo: z.number(), messages: z.array(messageView) }),
  errors: ['THREAD_NOT_FOUND'],
});

/** Who opened conversations that were not theirs to look after, the newest first; of one of them with `threadId`. */
export const listVisits = defineAction({
  audience: 'staff',
  by: ['secretary'],
  kind: 'read',
  name: 'visit.list',
  zh: '会话查看记录',
  input: z.object({ threadId: z.optional(idSchema), cursor: cursorSchema }),
  output: pageOf(visitView),
  errors: [],
});

export const sightActions = { listGridThreads, openGridThread, getOlderForGrid, listVisits } as const;
