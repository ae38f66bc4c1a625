import { Text } from '@tarojs/components';
import { useState } from 'react';
import { ABSENCE_WORDS, type RosterShift, type RosterWeeks } from '@domain/desk/duty.schema';
import { formatWhen } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { confirmAsk } from '@/services/feedback';
import { AbsenceForm, CoverForm } from './absence-form';
import { namesOf, shiftWords } from './roster-words';
import { ShiftForm } from './shift-form';
import { SwapForm } from './swap-form';
import type { ShiftMoves } from './use-shift-moves';

export type ShiftSheetProps = {
  shift: RosterShift;
  weeks: RosterWeeks;
  myId: string;
  moves: ShiftMoves;
  onClose: () => void;
};
type Part = 'ways' | 'swap' | 'absence' | 'cover' | 'change';

/** One shift: who serves, what is being arranged about it, and what I can do. */
export function ShiftSheet(props: ShiftSheetProps) {
  const [part, setPart] = useState<Part>('ways');
  return (
    <Sheet isOpen title={shiftWords(props.shift)} onClose={props.onClose}>
      {part === 'ways' && <Ways {...props} onPart={setPart} />}
      {part === 'swap' && <SwapForm {...props} />}
      {part === 'absence' && <AbsenceForm {...props} />}
      {part === 'cover' && <CoverForm {...props} />}
      {part === 'change' && <ShiftForm {...props} />}
    </Sheet>
  );
}

function Ways({ shift, moves, weeks, onClose, onPart }: ShiftSheetProps & { onPart: (part: Part) => void }) {
  const { shiftId, people, absences } = shift;
  const can = (move: string) => shift.moves.includes(move);
  const done = async (moving: Promise<boolean>) => {
    if (await moving) onClose();
  };
  const remove = async () => {
    const words = '取消后这个时段就没有人了，由您（书记）接应。';
    if (await confirmAsk({ title: '取消这个班次？', words, yes: '取消班次' }))
      await done(moves.remove(shiftId));
  };
  return (
    <Stack>
      <Text>{people.length > 0 ? `值班：${namesOf(people)}` : '没有人值班，由书记接应'}</Text>
      {absences.map(({ person, reason, coveredBy }) => (
        <Text key={person.personId}>
          {`${person.name} ${ABSENCE_WORDS[reason]}${coveredBy ? `，${coveredBy.name}顶班` : '，还没有人顶班'}`}
        </Text>
      ))}
      {shift.swap && <SwapLine shift={shift} moves={moves} done={(moving) => void done(moving)} />}
      {can('askSwap') && (
        <Button tone="secondary" block onTap={() => onPart('swap')}>
          请同事换班
        </Button>
      )}
      {can('cover') && (
        <Button block onTap={() => onPart('cover')}>
          顶班
        </Button>
      )}
      {can('callOff') && people.length > 0 && (
        <Button tone="secondary" block onTap={() => onPart('absence')}>
          请假
        </Button>
      )}
      {weeks.canPlan && can('change') && (
        <Button tone="secondary" block onTap={() => onPart('change')}>
          调整时间和人员
        </Button>
      )}
      {weeks.canPlan && can('remove') && (
        <Button tone="danger" block isDisabled={moves.isBusy} onTap={() => void remove()}>
          取消这个班次
        </Button>
      )}
    </Stack>
  );
}

type SwapLineProps = {
  shift: RosterShift;
  moves: ShiftMoves;
  done: (moving: Promise<boolean>) => void;
};

function SwapLine({ shift, moves, done }: SwapLineProps) {
  const { swap, shiftId } = shift;
  if (!swap) return null;
  const inReturn = swap.inReturnStartsAt === null ? '' : `，换 ${formatWhen(swap.inReturnStartsAt)} 的班`;
  const can = (move: string) => shift.moves.includes(move);
  return (
    <>
      <Text>{`${swap.from.name}请${swap.to.name}替这个班${inReturn}${swap.note && `：${swap.note}`}`}</Text>
      {can('acceptSwap') && (
        <>
          <Button tone="done" block isBusy={moves.isBusy} onTap={() => done(moves.answer(shiftId, true))}>
            同意换班
          </Button>
          <Button
            tone="quiet"
            block
            isDisabled={moves.isBusy}
            onTap={() => done(moves.answer(shiftId, false))}
          >
            换不了
          </Button>
        </>
      )}
      {can('withdrawSwap') && (
        <Button tone="quiet" block isDisabled={moves.isBusy} onTap={() => done(moves.withdraw(shiftId))}>
          不换了
        </Button>
      )}
    </>
  );
}
