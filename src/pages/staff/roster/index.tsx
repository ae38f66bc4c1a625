import { lazy } from 'react';
import { listRoster } from '@domain/desk/desk.actions';
import { getMe } from '@domain/people/people.actions';
import { MINUTE, startOfDay } from '@domain/kernel/time';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Roster } from '@/features/desk/roster';
import { useNow } from '@/services/clock';
import { useRead } from '@/services/queries';

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const RosterTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/desk/roster-table')).RosterTable }))
    : null;

/** 值班表: the pairs of the next two weeks. */
export default function RosterPage() {
  const now = useNow(MINUTE);
  const roster = useRead(listRoster, { from: startOfDay(now) });
  const { data: me } = useRead(getMe, {}, { staleMs: MINUTE });
  return (
    <Screen title="值班表" onRefresh={roster.refresh}>
      <FailureNote failure={roster.failure} onRetry={() => void roster.refresh()} />
      {roster.isLoading && <Skeleton rows={4} />}
      {roster.data?.items.length === 0 && (
        <Empty icon="calendar" title="还没有排班" hint="未排班的时段由书记接待" />
      )}
      {roster.data && (
        <OnWide wide={RosterTable && <RosterTable shifts={roster.data.items} />}>
          <Roster shifts={roster.data.items} now={now} myId={me?.personId ?? null} />
        </OnWide>
      )}
    </Screen>
  );
}
