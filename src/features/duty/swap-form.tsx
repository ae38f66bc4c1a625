import { useState } from 'react';
import { DUTY_LIMITS } from '@domain/desk/duty.schema';
import { Button } from '@/components/button';
import { PickField } from '@/components/pick-field';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { useNow } from '@/services/clock';
import { MINUTE } from '@domain/kernel/time';
import { shiftWords } from './roster-words';
import type { ShiftSheetProps } from './shift-sheet';

const NOTHING = 'nothing';

/** Whom I ask to take my place, and which of theirs I would serve for it. */
export function SwapForm({ shift, weeks, myId, moves, onClose }: ShiftSheetProps) {
  const now = useNow(MINUTE);
  const [toId, setTo] = useState('');
  const [inReturn, setInReturn] = useState(NOTHING);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const here = shift.people.map(({ personId }) => personId);
  const colleagues = weeks.staff.filter(({ personId }) => !here.includes(personId));
  const theirs = weeks.shifts.filter(
    ({ people, startsAt }) =>
      startsAt > now &&
      people.some(({ personId }) => personId === toId) &&
      !people.some(({ personId }) => personId === myId),
  );
  const ask = async () => {
    if (toId === '') return setAsked(true);
    const inReturnShiftId = inReturn === NOTHING ? null : inReturn;
    if (await moves.ask({ shiftId: shift.shiftId, toPersonId: toId, inReturnShiftId, note })) onClose();
  };
  return (
    <Stack>
      <PickField
        label="请谁来替"
        options={colleagues.map(({ personId, name }) => ({ value: personId, text: name }))}
        value={toId}
        onPick={(id) => {
          setTo(id);
          setInReturn(NOTHING);
        }}
        fault={isAsked && toId === '' ? '请选一位同事' : undefined}
        required
      />
      {toId !== '' && (
        <PickField
          label="换对方的哪个班"
          options={[
            { value: NOTHING, text: '不换，只请替班' },
            ...theirs.map((other) => ({ value: other.shiftId, text: shiftWords(other) })),
          ]}
          value={inReturn}
          onPick={setInReturn}
        />
      )}
      <TextField
        label="说明（可不填）"
        value={note}
        onInput={setNote}
        maxLength={DUTY_LIMITS.noteMax}
        placeholder="比如：孩子开家长会"
      />
      <Button block size="large" isBusy={moves.isBusy} onTap={() => void ask()}>
        发给对方，等答复
      </Button>
    </Stack>
  );
}
