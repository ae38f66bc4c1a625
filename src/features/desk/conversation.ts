import {
  THREAD_LIMITS,
  type MessageView,
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
};

export const blockIdOf = (chunkNo: number): string => `chunk-${chunkNo}`;

export const openConversation = (page: ThreadPage): Conversation => ({
  thread: page.thread,
  live: appended([], page.messages),
  history: {},
  historyCount: page.filedChunkCount,
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
export function selfIn({ live }: Conversation): MessageView | null {
  for (const { messages } of [...live].reverse()) {
    const own = messages.filter(({ isMine }) => isMine);
    if (own.length > 0) return last(own) ?? null;
  }
  return null;
}

/**
 * Takes in a newer state of the thread. Replies may overtake each other on the way, so an older one never undoes a
 * newer one. After a long absence the page may not reach back to what is shown: then it starts afresh.
 */
export function withPage(conversation: Conversation, page: ThreadPage): Conversation {
  const known = lastSeq(conversation);
  const fresh = page.messages.filter((message) => message.seq > known);
  const isGap = (fresh[0]?.seq ?? known + 1) > known + 1;
  if (isGap) return openConversation(page);
  const isNewer = page.thread.version > conversation.thread.version;
  if (fresh.length === 0 && !isNewer) return conversation;
  return {
    ...conversation,
    thread: page.thread.version >= conversation.thread.version ? page.thread : conversation.thread,
    live: fresh.length > 0 ? appended(conversation.live, fresh) : conversation.live,
  };
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
