import { useEffect, useState } from 'react';
import { searchThreads } from '@domain/desk/console.actions';
import { QUEUE_FILTERS } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { usePages } from '@/services/queries';
import { useLooks } from './looks';
import { useQueue, type QueueFilter } from './use-queue';

/** A pause this long in typing is the moment to search, ms. */
const TYPING_PAUSE = 250;

/** The desk's list: one view of the queue, or what was found while something stands in the search box. */
export function useQueueList(firstFilter: string | undefined = 'waiting') {
  const [filter, setFilter] = useState<QueueFilter>(
    () => QUEUE_FILTERS.find((one) => one === firstFilter) ?? 'waiting',
  );
  const [query, setQuery] = useState('');
  const wanted = useSettled(query.trim());
  const queue = useQueue(filter);
  const found = usePages(searchThreads, { query: wanted }, { enabled: wanted !== '' });
  const looks = useLooks();
  const isSearching = wanted !== '';
  const items: readonly ThreadCard[] | undefined = isSearching
    ? found.isLoading
      ? undefined
      : found.items
    : queue.items;
  return {
    filter,
    setFilter,
    query,
    setQuery,
    isSearching,
    items,
    queue,
    found,
    failure: isSearching ? found.failure : queue.failure,
    refresh: isSearching ? found.refresh : queue.refresh,
    hasMore: isSearching ? found.hasMore : queue.hasMore,
    isLoadingMore: isSearching ? found.isLoadingMore : queue.isLoadingMore,
    loadMore: isSearching ? found.loadMore : queue.loadMore,
    watchersOf: (threadId: string) =>
      looks
        .filter((look) => look.threadId === threadId)
        .map(({ name }) => name)
        .join('、'),
  };
}
export type QueueListState = ReturnType<typeof useQueueList>;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
