import { readPersonKey } from '@/services/session-store';
import type { Conversation } from './conversation';

const KEPT = 20;
const LIVE_BLOCKS_MAX = 3;
const recent = new Map<string, Conversation>();

const nameOf = (side: string, threadId: string): string => `${readPersonKey()} ${side} ${threadId}`;

/**
 * Conversations seen lately in this run of the app, per person: one that is opened again is there at once, with its
 * newest messages. What was scrolled back to is fetched again, or the first drawing would carry all of it.
 */
export function recall(side: string, threadId: string): Conversation | null {
  const known = recent.get(nameOf(side, threadId));
  return known && known.live.length <= LIVE_BLOCKS_MAX ? { ...known, history: {} } : null;
}

export function remember(side: string, conversation: Conversation): void {
  const name = nameOf(side, conversation.thread.threadId);
  recent.delete(name);
  recent.set(name, conversation);
  const [oldest] = recent.keys();
  if (recent.size > KEPT && oldest) recent.delete(oldest);
}
