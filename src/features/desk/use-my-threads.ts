import { useEffect, useMemo, useRef, useState } from 'react';
import { listMyThreads } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { useRead } from '@/services/queries';
import { showUnreadOnTab } from '@/services/tab-badge';
import { askerDoor } from './door';
import { cursorOf, useKnownVersions } from './known-versions';
import { usePoll } from './use-poll';

type News = ReadonlyMap<string, ThreadCard>;
const NO_NEWS: News = new Map();

/** My matters, newest first, kept up to date while the list is on screen. */
export function useMyThreads() {
  const mine = useRead(listMyThreads, {});
  const items = mine.data?.items;
  const [news, setNews] = useState<News>(NO_NEWS);
  const cursor = useRef(0);
  const known = useKnownVersions();
  useEffect(() => {
    if (!items) return;
    setNews(NO_NEWS);
    known.learn(items);
    cursor.current = Math.max(cursor.current, cursorOf(items));
  }, [items, known]);

  const threads = useMemo(() => latestOf(items ?? [], news), [items, news]);
  const unread = items && threads.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  useEffect(() => {
    if (unread !== undefined) showUnreadOnTab(unread);
  }, [unread]);
  const expected = threads.filter(({ replyDueAt }) => replyDueAt !== null).map(({ lastAt }) => lastAt);
  usePoll({
    isNews: known.isNews,
    expectingSince: expected.length > 0 ? Math.max(...expected) : null,
    ask: async () => {
      if (!items) return mine.failure?.code !== 'NETWORK';
      const synced = await askerDoor.sync({ since: cursor.current });
      if (!synced.ok) return false;
      cursor.current = Math.max(cursor.current, synced.value.cursor);
      const changed = known.newsIn(synced.value.threads);
      known.learn(changed);
      if (changed.length > 0) {
        setNews((old) => new Map([...old, ...changed.map((card) => [card.threadId, card] as const)]));
      }
      return true;
    },
  });
  return { threads, isLoading: mine.isLoading, failure: mine.failure, refresh: mine.refresh };
}

function latestOf(items: readonly ThreadCard[], news: News): readonly ThreadCard[] {
  const all = new Map([...items.map((card) => [card.threadId, card] as const), ...news]);
  return [...all.values()].sort((a, b) => b.lastAt - a.lastAt);
}
