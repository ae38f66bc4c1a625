import {
  addShift,
  answerSwap,
  askSwap,
  callOffShift,
  changeShift,
  coverShift,
  fillRoster,
  removeShift,
  withdrawSwap,
} from '@domain/desk/duty.actions';
import type { Result } from '@domain/kernel/result';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';

const REFRESH = { refresh: ['shift', 'duty', 'home', 'alert'] };

/** Says how it went; answers whether it was done. */
async function told(moving: Promise<Result<unknown, { words: string }>>, done: string): Promise<boolean> {
  const moved = await moving;
  if (moved.ok) toast(done, 'done');
  else toast(moved.error.words);
  return moved.ok;
}

/** What can be done with the roster. */
export function useShiftMoves() {
  const fill = useAction(fillRoster, REFRESH);
  const add = useAction(addShift, REFRESH);
  const change = useAction(changeShift, REFRESH);
  const remove = useAction(removeShift, REFRESH);
  const ask = useAction(askSwap, REFRESH);
  const answer = useAction(answerSwap, REFRESH);
  const withdraw = useAction(withdrawSwap, REFRESH);
  const callOff = useAction(callOffShift, REFRESH);
  const cover = useAction(coverShift, REFRESH);
  const all = [fill, add, change, remove, ask, answer, withdraw, callOff, cover];
  return {
    isBusy: all.some(({ isPending }) => isPending),
    fill: async (plan: Parameters<typeof fill.run>[0]) => {
      const filled = await fill.run(plan);
      if (filled.ok)
        toast(filled.value.addedCount > 0 ? `排好了 ${filled.value.addedCount} 个班次` : '这几周都排过了');
      else toast(filled.error.words);
      return filled.ok;
    },
    add: (shift: Parameters<typeof add.run>[0]) => told(add.run(shift), '已加班次'),
    change: (input: Parameters<typeof change.run>[0]) => told(change.run(input), '已调整'),
    remove: (shiftId: string) => told(remove.run({ shiftId }), '已取消班次'),
    ask: (input: Parameters<typeof ask.run>[0]) => told(ask.run(input), '已发给对方'),
    answer: (shiftId: string, isAccepted: boolean) =>
      told(answer.run({ shiftId, isAccepted }), isAccepted ? '换班成功' : '已回复'),
    withdraw: (shiftId: string) => told(withdraw.run({ shiftId }), '已取消'),
    callOff: (input: Parameters<typeof callOff.run>[0]) => told(callOff.run(input), '书记已知道'),
    cover: (shiftId: string, personId: string) => told(cover.run({ shiftId, personId }), '已顶班'),
  };
}
export type ShiftMoves = ReturnType<typeof useShiftMoves>;
