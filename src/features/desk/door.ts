import {
  getOlderForDesk,
  getOlderMessages,
  getThread,
  markThreadRead,
  openThread,
  syncDesk,
  syncMyThreads,
} from '@domain/desk/desk.actions';
import { markDeskRead } from '@domain/desk/talk.actions';
import type { MessageView, SyncView, ThreadPage } from '@domain/desk/thread.schema';
import type { Result } from '@domain/kernel/result';
import { call } from '@/services/call';
import type { LiveChange } from '@/services/live';
import { learnLooks } from './looks';

/** Why something could not be read, as a screen needs it. */
export type Trouble = { readonly code: string; readonly words: string; readonly requestId: string | null };
export type Since = { since: number; threadId?: string; version?: number; isLookSkipped?: boolean };
export type OlderChunk = { chunkNo: number; messages: MessageView[] };

/** The same conversation has two doors: its asker's and the desk's. Whoever stands at one sees their side on the right. */
export type Door = {
  readonly side: 'asker' | 'desk';
  readonly writes: 'say' | 'reply';
  open(threadId: string): Promise<Result<ThreadPage, Trouble>>;
  older(threadId: string, chunkNo: number): Promise<Result<OlderChunk, Trouble>>;
  sync(since: Since): Promise<Result<SyncView, Trouble>>;
  markRead(threadId: string, seq: number): Promise<Result<unknown, Trouble>>;
};

/** What the server told of is conversations: who looks at them has not changed. */
export const isOfThreadsAlone = (told: readonly LiveChange[]): boolean =>
  told.length > 0 && told.every(({ _id }) => _id !== undefined);

export const askerDoor: Door = {
  side: 'asker',
  writes: 'say',
  open: (threadId) => call(getThread, { threadId }),
  older: (threadId, chunkNo) => call(getOlderMessages, { threadId, chunkNo }),
  sync: (since) => call(syncMyThreads, since),
  markRead: (threadId, seq) => call(markThreadRead, { threadId, seq }),
};

export const deskDoor: Door = {
  side: 'desk',
  writes: 'reply',
  open: (threadId) => call(openThread, { threadId }),
  older: (threadId, chunkNo) => call(getOlderForDesk, { threadId, chunkNo }),
  async sync(since) {
    const synced = await call(syncDesk, since);
    if (synced.ok && synced.value.looking) learnLooks(synced.value.looking);
    return synced;
  },
  markRead: (threadId, seq) => call(markDeskRead, { threadId, seq }),
};
