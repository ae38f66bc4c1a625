import { useState } from 'react';
import { PAUSE_REASONS, PAUSE_WORDS, type PauseReason } from '@domain/desk/thread-clock';
import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import type { MatterMoves } from './use-matter-moves';

type Props = { moves: MatterMoves; isOpen: boolean; onClose: () => void };

const REASONS = PAUSE_REASONS.map((value) => ({ value, text: PAUSE_WORDS[value] }));

/** Waiting needs a reason and a date; both are shown to the resident, and on that date the clock goes on by itself. */
export function PauseSheet({ moves, isOpen, onClose }: Props) {
  const [reason, setReason] = useState<PauseReason | null>(null);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const pause = async () => {
    if (!reason || until === 0) return setAsked(true);
    if (await moves.pause({ reason, note, until })) onClose();
  };
  const pickDay = (days: string) => setUntil(startOfDay(Date.now()) + Number(days) * DAY + 9 * HOUR);
  return (
    <Sheet
      isOpen={isOpen}
      title="先等一等"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void pause()}>
          暂停计时
        </Button>
      }
    >
      <Stack>
        <ChoiceField
          label="等什么"
          options={REASONS}
          value={reason}
          onPick={setReason}
          fault={isAsked && !reason ? '请选一个原因' : undefined}
          required
        />
        <TextField
          label="说明（居民会看到）"
          value={note}
          onInput={setNote}
          maxLength={60}
          placeholder="比如：水龙头阀芯明天到货"
        />
        <ChoiceField
          label="哪天接着办"
          options={[
            { value: '1', text: '明天' },
            { value: '3', text: '三天后' },
            { value: '7', text: '一周后' },
          ]}
          value={null}
          onPick={pickDay}
        />
        <WhenField
          label="接着办的时间"
          value={until}
          onPick={setUntil}
          fault={isAsked && until === 0 ? '请选一个日子，到时会自动接着计时' : undefined}
          required
        />
      </Stack>
    </Sheet>
  );
}
