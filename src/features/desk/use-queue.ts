import { useEffect, useRef, useState } from 'react';
import { listQueue, type QUEUE_FILTERS } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { refreshReads, useRead } from '@/services/queries';
import { deskDoor } from './door';
import { cursorOf, useKnownVersions } from './known-versions';
import { usePoll } from './use-poll';

export type QueueFilter = (typeof QUEUE_FILTERS)[number];
const NOBODY: ReadonlySet<string> = new Set();

/** One view of the desk's queue. Whatever changes at the desk shows here by itself; `arrived` names what is new. */
export function useQueue(filter: QueueFilter) {
  const queue = useRead(listQueue, { filter });
  const items = queue.data?.items;
  const cursor = useRef(0);
  const known = useKnownVersions();
  if (items) {
    cursor.current = Math.max(cursor.current, cursorOf(items));
    known.learn(items);
  }

  usePoll({
    isWatch: true,
    expectingSince: null,
    ask: async () => {
      if (!items) return !queue.failure;
      const synced = await deskDoor.sync({ since: cursor.current });
      if (!synced.ok) return false;
      cursor.current = Math.max(cursor.current, synced.value.cursor);
      const news = known.newsIn(synced.value.threads);
      known.learn(news);
      if (news.length > 0) refreshReads(['desk']);
      return true;
    },
  });
  return { ...queue, items, waitingCount: queue.data?.waitingCount ?? 0, arrived: useArrived(filter, items) };
}

/** Threads that joined the list while somebody was looking at it. */
function useArrived(filter: QueueFilter, items: readonly ThreadCard[] | undefined): ReadonlySet<string> {
  const known = useRef<{ filter: QueueFilter; ids: ReadonlySet<string> } | null>(null);
  const [arrived, setArrived] = useState(NOBODY);
  useEffect(() => {
    if (!items) return;
    const ids = new Set(items.map(({ threadId }) => threadId));
    const before = known.current;
    known.current = { filter, ids };
    const fresh = before?.filter === filter ? [...ids].filter((id) => !before.ids.has(id)) : [];
    if (fresh.length > 0) setArrived((old) => new Set([...old, ...fresh]));
  }, [filter, items]);
  return arrived;
}
