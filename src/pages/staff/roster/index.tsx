import { View } from '@tarojs/components';
import { lazy, useState } from 'react';
import { getRosterWeeks } from '@domain/desk/duty.actions';
import type { RosterWeeks } from '@domain/desk/duty.schema';
import { getMe } from '@domain/people/people.actions';
import { MINUTE, startOfDay } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { PlanSheet } from '@/features/duty/plan-sheet';
import { FIRST_DAYS, LAST_DAYS, MORE_DAYS, Roster, TABLE_DAYS } from '@/features/duty/roster';
import { RosterState } from '@/features/duty/roster-state';
import { NewShiftSheet } from '@/features/duty/shift-form';
import { ShiftSheet } from '@/features/duty/shift-sheet';
import { useShiftMoves, type ShiftMoves } from '@/features/duty/use-shift-moves';
import { useNow } from '@/services/clock';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useIsWide } from '@/services/wide';

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const RosterTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/duty/roster-table')).RosterTable }))
    : null;

/** 值班表: who answers when, for weeks ahead; swaps, leave and, for the secretary, planning. */
export default function RosterPage() {
  const now = useNow(MINUTE);
  const isWide = useIsWide();
  const [days, setDays] = useState(FIRST_DAYS);
  const shown = isWide ? TABLE_DAYS : days;
  const roster = useRead(getRosterWeeks, { from: startOfDay(now), days: shown });
  const moves = useShiftMoves();
  return (
    <Screen title="值班表" onRefresh={roster.refresh}>
      <Stack>
        <FailureNote failure={roster.failure} onRetry={() => void roster.refresh()} isAlone={!roster.data} />
        {roster.isLoading && <Skeleton rows={4} />}
        {roster.data && <Weeks weeks={roster.data} now={now} moves={moves} />}
        {roster.data && !isWide && days < LAST_DAYS && (
          <Button tone="quiet" block onTap={() => setDays(days + MORE_DAYS)}>
            再往后看两周
          </Button>
        )}
      </Stack>
    </Screen>
  );
}

function Weeks({ weeks, now, moves }: { weeks: RosterWeeks; now: number; moves: ShiftMoves }) {
  const { shiftId: named } = useParams<{ shiftId: string }>();
  const { data: me } = useRead(getMe, {}, { staleMs: MINUTE });
  const [openId, setOpenId] = useState<string | null>(named ?? null);
  const [sheet, setSheet] = useState<'plan' | 'new' | null>(null);
  const shift = weeks.shifts.find(({ shiftId }) => shiftId === openId);
  const close = () => setSheet(null);
  const open = ({ shiftId }: { shiftId: string }) => setOpenId(shiftId);
  return (
    <>
      <RosterState weeks={weeks} now={now} />
      {weeks.canPlan && (
        <View>
          <Row isWrapping>
            <Button onTap={() => setSheet('plan')}>按轮换排班</Button>
            <Button tone="secondary" onTap={() => setSheet('new')}>
              加一个班次
            </Button>
          </Row>
        </View>
      )}
      <OnWide wide={RosterTable && <RosterTable shifts={weeks.shifts} onOpen={open} />}>
        <Roster weeks={weeks} now={now} myId={me?.personId ?? null} onOpen={open} />
      </OnWide>
      {shift && me && (
        <ShiftSheet
          key={shift.shiftId}
          shift={shift}
          weeks={weeks}
          myId={me.personId}
          moves={moves}
          onClose={() => setOpenId(null)}
        />
      )}
      {weeks.canPlan && (
        <>
          <PlanSheet isOpen={sheet === 'plan'} weeks={weeks} moves={moves} onClose={close} />
          <NewShiftSheet isOpen={sheet === 'new'} weeks={weeks} moves={moves} onClose={close} />
        </>
      )}
    </>
  );
}
