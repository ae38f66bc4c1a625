import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadsView, ThreadPage } from '@domain/desk/thread.schema';
import type { LiveChange } from '@/services/live';
import { refreshReads } from '@/services/queries';
import {
  firstUnreadSeq,
  lastSeq,
  nextOlderChunk,
  openConversation,
  seqToMark,
  withOlder,
  withPage,
  withReads,
} from './conversation';
import type { Conversation } from './conversation';
import { isOfThreadsAlone, type Door, type Trouble } from './door';
import { useOutgoing } from './outgoing-of-person';
import { recall, remember } from './recent-conversations';
import type { Unread } from './use-chat-scroll';
import { usePoll } from './use-poll';
import { useSigns } from './use-signs';

export type OpenThread = {
  conversation: Conversation | null;
  /** Why nothing can be shown; once there is something to show, `isCutOff` tells of trouble instead. */
  trouble: Trouble | null;
  isCutOff: boolean;
  isLoadingOlder: boolean;
  olderTrouble: Trouble | null;
  loadOlder(): void;
  take(page: ThreadPage): void;
  reload(): Promise<void>;
  noteActivity(): void;
  /** The other side is writing at this moment. */
  isOtherTyping: boolean;
  /** What this reader had not seen when they opened it. */
  unread: Unread;
};

/** One conversation, kept up to date while it is on screen. */
export function useConversation(door: Door, threadId: string): OpenThread {
  const [conversation, setConversation] = useState(() => recall(door.side, threadId));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isCutOff, setCutOff] = useState(false);
  const [unread, setUnread] = useState<Unread | null>(null);
  const latest = useRef(conversation);
  const cursor = useRef(conversation?.thread.updatedAt ?? 0);
  const { outgoing } = useOutgoing();

  const show = useCallback(
    (next: Conversation) => {
      latest.current = next;
      remember(door.side, next);
      setConversation(next);
    },
    [door],
  );
  const take = useCallback(
    (page: ThreadPage) => show(latest.current ? withPage(latest.current, page) : openConversation(page)),
    [show],
  );

  const learnReads = useCallback(
    (reads: ReadsView) => {
      const known = latest.current;
      const next = known && withReads(known, reads);
      if (next && next !== known) show(next);
    },
    [show],
  );
  const signs = useSigns(door.side, threadId, learnReads);
  const { learn } = signs;

  const open = useCallback(async (): Promise<boolean> => {
    const opened = await door.open(threadId);
    setTrouble(opened.ok ? null : opened.error);
    setCutOff(!opened.ok && latest.current !== null);
    if (!opened.ok) return false;
    cursor.current = Math.max(cursor.current, opened.value.thread.updatedAt);
    take(opened.value);
    setUnread((known) => known ?? unreadIn(opened.value, latest.current));
    return true;
  }, [door, threadId, take]);

  const sync = useCallback(
    async (known: Conversation, told: readonly LiveChange[]): Promise<boolean> => {
      const { version } = known.thread;
      const isLookSkipped = isOfThreadsAlone(told);
      const news = await door.sync({ since: cursor.current, threadId, version, isLookSkipped });
      setCutOff(!news.ok);
      if (!news.ok) return false;
      cursor.current = Math.max(cursor.current, news.value.cursor);
      if (news.value.page) take(news.value.page);
      if (news.value.signs) learn(news.value.signs);
      outgoing.resume();
      return true;
    },
    [door, threadId, take, learn, outgoing],
  );

  const thread = conversation?.thread;
  const { noteActivity } = usePoll({
    ask: (told) => (latest.current ? sync(latest.current, told) : open()),
    isNews: ({ _id, version }) =>
      _id === undefined ||
      (_id === threadId && (version ?? Infinity) > (latest.current?.thread.version ?? 0)),
    expectingSince: thread && thread.replyDueAt !== null ? thread.lastAt : null,
  });

  const seq = conversation ? lastSeq(conversation) : 0;
  useEffect(() => noteActivity(), [seq, noteActivity]);
  useEffect(
    () =>
      outgoing.onArrival((message, page) => {
        if (message.to.kind !== 'ask' && message.to.threadId === threadId) take(page);
      }),
    [outgoing, threadId, take],
  );
  useReadMark(door, conversation);

  return {
    conversation,
    trouble,
    isCutOff,
    ...useOlder(door, threadId, latest, show),
    take,
    reload: useCallback(async () => void (await open()), [open]),
    noteActivity,
    isOtherTyping: signs.isOtherTyping,
    unread: unread ?? NOTHING_UNREAD,
  };
}

const NOTHING_UNREAD: Unread = { count: 0, firstSeq: null };

const unreadIn = ({ thread }: ThreadPage, conversation: Conversation | null): Unread => ({
  count: thread.unreadCount,
  firstSeq: conversation ? firstUnreadSeq(conversation, thread.unreadCount) : null,
});

/** Fetches filed messages one chunk at a time, when the reader reaches the top. */
function useOlder(
  door: Door,
  threadId: string,
  latest: { readonly current: Conversation | null },
  show: (next: Conversation) => void,
) {
  const [isLoadingOlder, setLoading] = useState(false);
  const [olderTrouble, setOlderTrouble] = useState<Trouble | null>(null);
  const isBusy = useRef(false);
  const loadOlder = useCallback(async () => {
    const chunkNo = latest.current ? nextOlderChunk(latest.current) : null;
    if (chunkNo === null || isBusy.current) return;
    isBusy.current = true;
    setLoading(true);
    const chunk = await door.older(threadId, chunkNo);
    isBusy.current = false;
    setLoading(false);
    setOlderTrouble(chunk.ok ? null : chunk.error);
    if (chunk.ok && latest.current) show(withOlder(latest.current, chunk.value));
  }, [door, threadId, latest, show]);
  return { isLoadingOlder, olderTrouble, loadOlder: () => void loadOlder() };
}

/** Tells the cloud how far this person has read. A mark that did not arrive is sent with the next change. */
function useReadMark(door: Door, conversation: Conversation | null): void {
  const marked = useRef(0);
  const threadId = conversation?.thread.threadId;
  const seq = conversation ? seqToMark(conversation, door.side) : 0;
  useEffect(() => {
    if (!threadId || seq <= marked.current) return;
    void door.markRead(threadId, seq).then((result) => {
      if (!result.ok) return;
      marked.current = Math.max(marked.current, seq);
      if (door.side === 'asker') refreshReads(['thread', 'home']);
    });
  }, [door, threadId, seq, conversation]);
}
