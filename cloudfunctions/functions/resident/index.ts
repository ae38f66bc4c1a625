import type { CallEvent } from '@cloud/platform/dispatch';
import type { Effects } from '@cloud/platform/outbox';
import { callerOf, startPlatform } from '@cloud/platform/start';
import { composeCommunity } from '../community';

const platform = startPlatform((): Effects => community.effects);
const community = composeCommunity(platform, 'resident');

export const main = (event: CallEvent, context: unknown) => {
  const { openid, requestId } = callerOf(context);
  return community.dispatch(event, openid, requestId);
};
