import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { EVERYONE } from '../kernel/roles';

/** Where the platform tells of changes at once: under which topics the caller hears of them. Elsewhere phones ask. */
export const listTopics = defineAction({
  audience: 'resident',
  by: EVERYONE,
  name: 'live.topics',
  zh: '可即时收到的更新',
  kind: 'read',
  input: z.object({}),
  output: z.object({ topics: z.array(z.string()) }),
  errors: [],
});

export const liveActions = { listTopics } as const;
