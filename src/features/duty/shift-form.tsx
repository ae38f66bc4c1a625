import { useState } from 'react';
import { DUTY_LIMITS, type RosterShift, type RosterWeeks } from '@domain/desk/duty.schema';
import { DAY, HOUR } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { MultiChoiceField } from '@/components/multi-choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { WhenField } from '@/components/when-field';
import type { ShiftMoves } from './use-shift-moves';

type Props = { shift: RosterShift | null; weeks: RosterWeeks; moves: ShiftMoves; onClose: () => void };

/** A shift as the secretary writes it: a new one, or other hours and people for one that stands. */
export function ShiftForm({ shift, weeks, moves, onClose }: Props) {
  const first = weeks.plannedUntil ?? Date.now() + HOUR;
  const [startsAt, setStart] = useState(shift?.startsAt ?? first);
  const [endsAt, setEnd] = useState(shift?.endsAt ?? first + DAY);
  const [people, setPeople] = useState<string[]>(() => (shift?.people ?? []).map(({ personId }) => personId));
  const [isAsked, setAsked] = useState(false);
  const length = endsAt - startsAt;
  const isWrong = length < DUTY_LIMITS.shiftMinMs || length > DUTY_LIMITS.shiftMaxMs;
  const faults = {
    people:
      people.length === 0
        ? '至少要有一个人'
        : people.length > DUTY_LIMITS.peopleMax
          ? `最多 ${DUTY_LIMITS.peopleMax} 个人`
          : undefined,
    end: isWrong ? '一个班至少一小时，最长三天' : undefined,
  };
  const save = async () => {
    if (faults.people || faults.end) return setAsked(true);
    const written = { startsAt, endsAt, personIds: people };
    const isDone = shift
      ? await moves.change({ shiftId: shift.shiftId, version: shift.version, shift: written })
      : await moves.add(written);
    if (isDone) onClose();
  };
  return (
    <Stack>
      <WhenField label="从" value={startsAt} onPick={setStart} />
      <WhenField label="到" value={endsAt} onPick={setEnd} fault={isAsked ? faults.end : undefined} />
      <MultiChoiceField
        label="值班人"
        options={weeks.staff.map(({ personId, name }) => ({ value: personId, text: name }))}
        value={people}
        onChange={setPeople}
        fault={isAsked ? faults.people : undefined}
      />
      <Button block size="large" isBusy={moves.isBusy} onTap={() => void save()}>
        {shift ? '保存调整' : '加这个班次'}
      </Button>
    </Stack>
  );
}

type SheetProps = { isOpen: boolean; weeks: RosterWeeks; moves: ShiftMoves; onClose: () => void };

export const NewShiftSheet = ({ isOpen, weeks, moves, onClose }: SheetProps) => (
  <Sheet isOpen={isOpen} title="加一个班次" onClose={onClose}>
    <ShiftForm shift={null} weeks={weeks} moves={moves} onClose={onClose} />
  </Sheet>
);
