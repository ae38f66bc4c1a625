import type { Effects } from '@cloud/platform/outbox';
import { callerOf, startPlatform } from '@cloud/platform/start';
import { collections } from '../../manifest';
import { composeCommunity } from '../community';
import { runChores } from '../run-chores';

const platform = startPlatform((): Effects => community.effects);
const community = composeCommunity(platform, 'jobs');
const swept = collections.filter(({ indexes }) => indexes.some(({ name }) => name === 'outboxDueAt'));

/** Timers only: a call by a person is refused. */
export const main = async (_event: unknown, context: unknown) => {
  const { isTimer, requestId } = callerOf(context);
  if (!isTimer) return { ok: false, code: 'NOT_ALLOWED', requestId };
  return {
    ok: true,
    data: await runChores(
      platform,
      community.chores,
      swept.map(({ name }) => name),
    ),
    requestId,
  };
};
