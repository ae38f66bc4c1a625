import { useEffect, useRef, useState } from 'react';
import { listQueue, type QUEUE_FILTERS } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { refreshReads, usePages } from '@/services/queries';
import { deskDoor, isOfThreadsAlone } from './door';
import { cursorOf, useKnownVersions } from './known-versions';
import { usePoll } from './use-poll';

export type QueueFilter = (typeof QUEUE_FILTERS)[number];
const NOBODY: ReadonlySet<string> = new Set();

/** One view of the desk's queue. Whatever changes at the desk shows here by itself; `arrived` names what is new. */
export function useQueue(filter: QueueFilter) {
  const queue = usePages(listQueue, { filter });
  const { first } = queue;
  const items = first ? queue.items : undefined;
  const cursor = useRef(0);
  const known = useKnownVersions();
  if (items) {
    cursor.current = Math.max(cursor.current, cursorOf(items));
    known.learn(items);
  }

  usePoll({
    isWatch: true,
    isNews: known.isNews,
    expectingSince: null,
    ask: async (told) => {
      if (!items) return !queue.failure;
      const synced = await deskDoor.sync({ since: cursor.current, isLookSkipped: isOfThreadsAlone(told) });
      if (!synced.ok) return false;
      cursor.current = Math.max(cursor.current, synced.value.cursor);
      const news = known.newsIn(synced.value.threads);
      known.learn(news);
      const isDanger = news.some(({ isUrgent }) => isUrgent);
      if (news.length > 0) refreshReads(isDanger ? ['desk', 'alert'] : ['desk']);
      return true;
    },
  });
  return {
    ...queue,
    items,
    waitingCount: first?.waitingCount ?? 0,
    arrived: useArrived(filter, items, queue.pageCount),
  };
}

/** Threads that joined the list while somebody was looking at it; a further page brings only what was there before. */
function useArrived(
  filter: QueueFilter,
  items: readonly ThreadCard[] | undefined,
  pageCount: number,
): ReadonlySet<string> {
  const known = useRef<{ filter: QueueFilter; pageCount: number; ids: ReadonlySet<string> } | null>(null);
  const [arrived, setArrived] = useState(NOBODY);
  useEffect(() => {
    if (!items) return;
    const ids = new Set(items.map(({ threadId }) => threadId));
    const before = known.current;
    known.current = { filter, pageCount, ids };
    const isSameList = before?.filter === filter && before.pageCount === pageCount;
    const fresh = isSameList ? [...ids].filter((id) => !before.ids.has(id)) : [];
    if (fresh.length > 0) setArrived((old) => new Set([...old, ...fresh]));
  }, [filter, items, pageCount]);
  return arrived;
}
