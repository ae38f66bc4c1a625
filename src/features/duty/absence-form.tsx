import { useState } from 'react';
import { ABSENCE_REASONS, ABSENCE_WORDS, type AbsenceReason } from '@domain/desk/duty.schema';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { PickField } from '@/components/pick-field';
import { Stack } from '@/components/stack';
import type { ShiftSheetProps } from './shift-sheet';

const REASONS = ABSENCE_REASONS.map((value) => ({ value, text: ABSENCE_WORDS[value] }));

/** Who cannot come and why. Everyone for themselves; the secretary for anybody. */
export function AbsenceForm({ shift, weeks, myId, moves, onClose }: ShiftSheetProps) {
  const may = shift.people.filter(({ personId }) => weeks.canPlan || personId === myId);
  const [personId, setPerson] = useState(may.find((one) => one.personId === myId)?.personId ?? '');
  const [reason, setReason] = useState<AbsenceReason | null>(null);
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    if (!reason || personId === '') return setAsked(true);
    if (await moves.callOff({ shiftId: shift.shiftId, personId, reason })) onClose();
  };
  return (
    <Stack>
      {may.length > 1 && (
        <ChoiceField
          label="谁不能来"
          options={may.map(({ personId: value, name }) => ({ value, text: name }))}
          value={personId}
          onPick={setPerson}
          fault={isAsked && personId === '' ? '请选一个人' : undefined}
        />
      )}
      <ChoiceField
        label="原因（只有同事能看到）"
        options={REASONS}
        value={reason}
        onPick={setReason}
        fault={isAsked && !reason ? '请选一个原因' : undefined}
      />
      <Button block size="large" isBusy={moves.isBusy} onTap={() => void save()}>
        告诉书记，请人顶班
      </Button>
    </Stack>
  );
}

/** Who steps in: oneself; the secretary may name somebody. */
export function CoverForm({ shift, weeks, myId, moves, onClose }: ShiftSheetProps) {
  const here = shift.people.map(({ personId }) => personId);
  const may = weeks.staff.filter(
    ({ personId }) => !here.includes(personId) && (weeks.canPlan || personId === myId),
  );
  const [personId, setPerson] = useState(may.some((one) => one.personId === myId) ? myId : '');
  const cover = async () => {
    if (personId !== '' && (await moves.cover(shift.shiftId, personId))) onClose();
  };
  return (
    <Stack>
      <PickField
        label="由谁顶班"
        options={may.map(({ personId: value, name }) => ({ value, text: name }))}
        value={personId}
        onPick={setPerson}
      />
      <Button
        block
        size="large"
        isBusy={moves.isBusy}
        isDisabled={personId === ''}
        onTap={() => void cover()}
      >
        顶这个班
      </Button>
    </Stack>
  );
}
