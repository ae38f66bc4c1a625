import {
  THREAD_LIMITS,
  type MessageView,
  type ReadsView,
  type ThreadCard,
  type ThreadPage,
} from '@domain/desk/thread.schema';

/** At most twenty messages that stay together. A full block never changes again, so it is drawn once. */
export type Block = { readonly id: string; readonly messages: readonly MessageView[] };

/**
 * An open conversation on the phone. `live` grows at its end; `history` holds filed chunks by number, filled from
 * `historyCount` down to 1. Both only ever gain, so what reaches the screen stays small however long the talk is.
 */
export type Conversation = {
  readonly thread: ThreadCard;
  readonly live: readonly Block[];
  readonly history: Readonly<Record<number, Block>>;
  readonly historyCount: number;
  readonly reads: ReadsView;
};

const UNREAD: ReadsView = { asker: 0, desk: 0 };

export const blockIdOf = (chunkNo: number): string => `chunk-${chunkNo}`;

export const openConversation = (page: ThreadPage): Conversation => ({
  thread: page.thread,
  live: appended([], page.messages),
  history: {},
  historyCount: page.filedChunkCount,
  reads: page.reads ?? UNREAD,
});

const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

export const lastMessage = ({ live }: Conversation): MessageView | null =>
  last(last(live)?.messages ?? []) ?? null;
export const lastSeq = (conversation: Conversation): number => lastMessage(conversation)?.seq ?? 0;

/**
 * The first of the newest `unreadCount` messages that are not the reader's own, as far as it is on the phone; null when
 * nothing is unread.
 */
export function firstUnreadSeq({ live }: Conversation, unreadCount: number): number | null {
  const others = live.flatMap(({ messages }) => messages).filter(({ isMine }) => !isMine);
  return unreadCount > 0 ? (others.slice(-unreadCount)[0]?.seq ?? null) : null;
}

/** Whoever reads this, as their own newest message shows them. */
export const selfIn = (conversation: Conversation): MessageView | null =>
  newestOf(conversation, ({ isMine }) => isMine);

/**
 * Takes in a newer state of the thread. Replies may overtake each other on the way, so an older one never undoes a
 * newer one. After a long absence the page may not reach back to what is shown: then it starts afresh.
 */
export function withPage(conversation: Conversation, page: ThreadPage): Conversation {
  const shown = lastSeq(conversation);
  const fresh = page.messages.filter((message) => message.seq > shown);
  const isGap = (fresh[0]?.seq ?? shown + 1) > shown + 1;
  if (isGap) return openConversation(page);
  const isNewer = page.thread.version > conversation.thread.version;
  const known = withReads(conversation, page.reads ?? UNREAD);
  if (fresh.length === 0 && !isNewer) return known;
  return {
    ...known,
    thread: page.thread.version >= conversation.thread.version ? page.thread : conversation.thread,
    live: fresh.length > 0 ? appended(conversation.live, fresh) : conversation.live,
  };
}

/** Reading only ever goes on, so news that were overtaken on the way undo nothing. */
export function withReads(conversation: Conversation, { asker, desk }: ReadsView): Conversation {
  const { reads } = conversation;
  if (asker <= reads.asker && desk <= reads.desk) return conversation;
  return {
    ...conversation,
    reads: { asker: Math.max(asker, reads.asker), desk: Math.max(desk, reads.desk) },
  };
}

/** The newest message that somebody of one of these sides has said. */
function newestOf({ live }: Conversation, isSought: (message: MessageView) => boolean): MessageView | null {
  for (const { messages } of [...live].reverse()) {
    const found = last(messages.filter(isSought));
    if (found) return found;
  }
  return null;
}

/** What is told under the newest words while they are one's own side's: how far the other side has read. */
export function receiptOf(conversation: Conversation, side: 'asker' | 'desk'): string {
  const said = newestOf(conversation, (message) => message.side !== 'system');
  if (said?.side !== side) return '';
  if (side === 'asker') return conversation.reads.desk >= said.seq ? '社区已读' : '已送达';
  const { recorded, status } = conversation.thread;
  if (recorded?.isWithoutApp) return status === 'taken' ? '这户没有用小程序，请打电话告诉' : '';
  return conversation.reads.asker >= said.seq ? '对方已读' : '已送达，对方未读';
}

/** Up to where a reader of this side has read now, if the cloud does not know it yet; 0 when there is nothing to tell. */
export function seqToMark(conversation: Conversation, side: 'asker' | 'desk'): number {
  const seq = newestOf(conversation, (message) => message.side !== side)?.seq ?? 0;
  return seq > conversation.reads[side] ? seq : 0;
}

/** The number of the chunk to fetch when the reader reaches the top; null when everything is there. */
export function nextOlderChunk({ history, historyCount }: Conversation): number | null {
  const loaded = Object.keys(history).length;
  return loaded < historyCount ? historyCount - loaded : null;
}

/** What stood at the top before the newest older chunk came. */
export function formerTopOf({ history, historyCount, live }: Conversation): string | null {
  const loaded = Object.keys(history).length;
  return loaded <= 1 ? (live[0]?.id ?? null) : blockIdOf(historyCount - loaded + 2);
}

export const withOlder = (
  conversation: Conversation,
  chunk: { readonly chunkNo: number; readonly messages: readonly MessageView[] },
): Conversation =>
  conversation.history[chunk.chunkNo]
    ? conversation
    : {
        ...conversation,
        history: {
          ...conversation.history,
          [chunk.chunkNo]: { id: blockIdOf(chunk.chunkNo), messages: chunk.messages },
        },
      };

function appended(blocks: readonly Block[], messages: readonly MessageView[]): readonly Block[] {
  const grown = [...blocks];
  for (const message of messages) {
    const newest = last(grown);
    if (newest && newest.messages.length < THREAD_LIMITS.chunkSize) {
      grown[grown.length - 1] = { ...newest, messages: [...newest.messages, message] };
    } else {
      grown.push({ id: `live-${message.seq}`, messages: [message] });
    }
  }
  return grown;
}
