import { Text } from '@tarojs/components';
import { useState } from 'react';
import { DUTY_LIMITS, PLAN_HOURS, type RosterWeeks } from '@domain/desk/duty.schema';
import { DAY, formatWhen, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { MultiChoiceField } from '@/components/multi-choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { WhenField } from '@/components/when-field';
import type { ShiftMoves } from './use-shift-moves';

type Props = { isOpen: boolean; weeks: RosterWeeks; moves: ShiftMoves; onClose: () => void };
type Hours = (typeof PLAN_HOURS)[number];

const WEEKS = [1, 2, 4, 8].map((count) => ({ value: String(count), text: `${count}周` }));
const LENGTHS = [...PLAN_HOURS]
  .reverse()
  .map((hours) => ({ value: String(hours), text: `${hours}小时一班` }));
const PER_SHIFT = [1, 2, 3].map((count) => ({ value: String(count), text: `每班${count}人` }));
const MORNING = 8 * HOUR + 30 * MINUTE;

/** Several weeks in one go: who takes turns, how long a shift is, how many at a time. What stands already stays. */
export function PlanSheet({ isOpen, weeks, moves, onClose }: Props) {
  const [startsAt, setStart] = useState(() => weeks.plannedUntil ?? startOfDay(Date.now()) + DAY + MORNING);
  const [count, setCount] = useState(4);
  const [hours, setHours] = useState<Hours>(24);
  const [perShift, setPerShift] = useState<number>(DUTY_LIMITS.peopleByDefault);
  const [order, setOrder] = useState<string[]>(() => nextInTurn(weeks));
  const [isAsked, setAsked] = useState(false);
  const fill = async () => {
    if (order.length < perShift) return setAsked(true);
    if (await moves.fill({ startsAt, weeks: count, shiftHours: hours, perShift, order })) onClose();
  };
  const names = order.flatMap((id) => weeks.staff.filter(({ personId }) => personId === id));
  return (
    <Sheet
      isOpen={isOpen}
      title="按轮换排班"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void fill()}>
          {`从 ${formatWhen(startsAt)} 起排 ${count} 周`}
        </Button>
      }
    >
      <Stack>
        <WhenField label="从什么时候起" value={startsAt} onPick={setStart} />
        <ChoiceField
          label="排多久"
          options={WEEKS}
          value={String(count)}
          onPick={(v) => setCount(Number(v))}
        />
        <ChoiceField
          label="一班多长"
          options={LENGTHS}
          value={String(hours)}
          onPick={(value) => setHours(PLAN_HOURS.find((known) => String(known) === value) ?? hours)}
        />
        <ChoiceField
          label="每班几个人"
          options={PER_SHIFT}
          value={String(perShift)}
          onPick={(value) => setPerShift(Number(value))}
        />
        <MultiChoiceField
          label="谁参加轮换（按点选的先后轮）"
          options={weeks.staff.map(({ personId, name }) => ({ value: personId, text: name }))}
          value={order}
          onChange={setOrder}
          fault={isAsked && order.length < perShift ? `至少要选 ${perShift} 个人` : undefined}
        />
        <Text>{`轮换次序：${names.map(({ name }) => name).join(' → ') || '还没有选人'}`}</Text>
        <Text>节假日和周末一样轮到；已经排好的班次不会改动。</Text>
      </Stack>
    </Sheet>
  );
}

/** Everybody, beginning after whoever served last, so that the turns go on. */
function nextInTurn({ shifts, staff }: RosterWeeks): string[] {
  const ids = staff.map(({ personId }) => personId);
  const served = [...shifts].sort((a, b) => a.startsAt - b.startsAt).flatMap(({ people }) => people);
  const lastTurnOf = (id: string) => served.map(({ personId }) => personId).lastIndexOf(id);
  return [...ids].sort((a, b) => lastTurnOf(a) - lastTurnOf(b));
}
