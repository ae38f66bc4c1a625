import { useState } from 'react';
import { CASEWORK_LIMITS, type WatchView } from '@domain/desk/casework.schema';
import { DAY, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import type { CaseMoves } from './use-case-moves';

type Props = { moves: CaseMoves; onClose: () => void };

/** The times people watch until, as seen from now. */
function untilOptions(now: number) {
  const morning = startOfDay(now) + 8 * HOUR + 30 * MINUTE;
  const next = morning > now ? morning : morning + DAY;
  return [
    { value: String(now + 2 * HOUR), text: '两小时' },
    { value: String(now + 4 * HOUR), text: '四小时' },
    { value: String(next), text: morning > now ? '今早8点半' : '明早8点半' },
  ];
}

type UntilProps = { until: number; onPick: (until: number) => void; isAsked: boolean };

function UntilField({ until, onPick, isAsked }: UntilProps) {
  const [now] = useState(() => Date.now());
  return (
    <>
      <ChoiceField
        label="守到什么时候"
        options={untilOptions(now)}
        value={String(until)}
        onPick={(value) => onPick(Number(value))}
      />
      <WhenField
        label="或者选时间"
        value={until}
        onPick={onPick}
        fault={isAsked && until === 0 ? '请选一个时间，到时会提醒值班人员' : undefined}
      />
    </>
  );
}

/** Somebody keeps an eye on it until a time; then those on duty are reminded, and it stands on the hand-over sheet. */
export function WatchSheet({ moves, onClose }: Props) {
  const [who, setWho] = useState('');
  const [what, setWhat] = useState('');
  const [until, setUntil] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const start = async () => {
    const plan = { who: who.trim(), what: what.trim(), from: Date.now(), until };
    if (plan.who === '' || plan.what.length < 2 || until === 0) return setAsked(true);
    if (await moves.startWatch(plan)) onClose();
  };
  return (
    <Sheet
      isOpen
      title="安排值守"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void start()}>
          开始值守
        </Button>
      }
    >
      <Stack>
        <TextField
          label="谁来守"
          value={who}
          onInput={setWho}
          placeholder="比如：门岗老周"
          maxLength={CASEWORK_LIMITS.nameMax}
          fault={isAsked && who.trim() === '' ? '还没有填写' : undefined}
          required
        />
        <TextField
          label="守什么"
          value={what}
          onInput={setWhat}
          placeholder="比如：每小时扫一次水，别结冰"
          maxLength={CASEWORK_LIMITS.watchWordsMax}
          fault={isAsked && what.trim().length < 2 ? '写一句要看着什么' : undefined}
          required
        />
        <UntilField until={until} onPick={setUntil} isAsked={isAsked} />
      </Stack>
    </Sheet>
  );
}

/** A watch is over, or the next person goes on. */
export function WatchEndSheet({ moves, watch, onClose }: Props & { watch: WatchView }) {
  const [note, setNote] = useState('');
  const [who, setWho] = useState('');
  const [until, setUntil] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const end = async (isGoingOn: boolean) => {
    if (isGoingOn && (who.trim() === '' || until === 0)) return setAsked(true);
    const next = isGoingOn ? { who: who.trim(), until } : null;
    if (await moves.endWatch({ watchId: watch.watchId, note, next })) onClose();
  };
  return (
    <Sheet
      isOpen
      title={`${watch.who}的值守`}
      onClose={onClose}
      footer={
        <Stack gap="sm">
          <Button block size="large" tone="done" isBusy={moves.isBusy} onTap={() => void end(false)}>
            不用守了，结束
          </Button>
          <Button block tone="secondary" isDisabled={moves.isBusy} onTap={() => void end(true)}>
            换人接着守
          </Button>
        </Stack>
      }
    >
      <Stack>
        <TextField
          label="情况怎么样"
          value={note}
          onInput={setNote}
          maxLength={CASEWORK_LIMITS.reasonMax}
          placeholder="比如：师傅到了，已经修好"
        />
        <TextField
          label="换谁接着守"
          value={who}
          onInput={setWho}
          maxLength={CASEWORK_LIMITS.nameMax}
          placeholder="要换人时填"
          fault={isAsked && who.trim() === '' ? '要换人接着守，请填是谁' : undefined}
        />
        <UntilField until={until} onPick={setUntil} isAsked={isAsked} />
      </Stack>
    </Sheet>
  );
}
