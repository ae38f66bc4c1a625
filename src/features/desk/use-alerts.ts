import { useEffect, useRef } from 'react';
import { listAlerts } from '@domain/desk/duty.actions';
import { soundAlarm } from '@/services/alarm';
import { useRead } from '@/services/queries';
import { onLiveNews } from '@/services/live';
import { useEvery } from '@/services/use-every';
import { useVisible } from '@/services/visible';

/** Danger does not wait for this: it comes with the queue's own news. */
const REFRESH_MS = 15_000;

/** What I am told at the desk, kept fresh while a page of the desk is open. A loud line sounds once, when it is new. */
export function useAlerts() {
  const read = useRead(listAlerts, {});
  useEvery(REFRESH_MS, () => void read.refresh());
  useToldAtOnce(read.refresh);
  const unseen = (read.data?.items ?? []).filter(({ isSeen }) => !isSeen);
  const known = useRef<ReadonlySet<string> | null>(null);
  const loudest = unseen.find(({ isLoud }) => isLoud) ?? unseen[0] ?? null;
  useEffect(() => {
    if (!read.data) return;
    const loud = read.data.items.filter(({ isLoud, isSeen }) => isLoud && !isSeen);
    const before = known.current;
    known.current = new Set(loud.map(({ alertId }) => alertId));
    if (loud.some(({ alertId }) => !before?.has(alertId))) soundAlarm();
  }, [read.data]);
  return { ...read, unseen, loudest, unseenCount: read.data?.unseenCount ?? 0 };
}

/** Where the server tells of changes, an alarm does not wait for its turn. */
function useToldAtOnce(refresh: () => Promise<void>): void {
  const isVisible = useVisible();
  useEffect(() => {
    if (!isVisible) return undefined;
    return onLiveNews((news) => {
      const isAlert =
        news.kind === 'changed' && news.changes.some(({ topic }) => topic.startsWith('duty_alerts/'));
      if (isAlert) void refresh();
    });
  }, [isVisible, refresh]);
}
