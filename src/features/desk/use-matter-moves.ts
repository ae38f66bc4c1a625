import {
  breakPromise,
  followUpThread,
  keepPromise,
  makePromise,
  pauseThread,
  postponePromise,
  rateThread,
  resumeThread,
} from '@domain/desk/matter.actions';
import type { RawInputOf } from '@domain/kernel/action';
import { useAction } from '@/services/use-action';
import { settle } from './use-moves';
import type { Talk } from './use-talk';

const REFRESH = { refresh: ['thread', 'desk', 'promise', 'home'] };
type Without<T> = Omit<T, 'threadId'>;

/** What can be arranged about a matter besides its state. Each answers whether it was done. */
export function useMatterMoves(talk: Talk, threadId: string) {
  const pause = useAction(pauseThread, REFRESH);
  const resume = useAction(resumeThread, REFRESH);
  const make = useAction(makePromise, REFRESH);
  const keep = useAction(keepPromise, REFRESH);
  const breakOff = useAction(breakPromise, REFRESH);
  const postpone = useAction(postponePromise, REFRESH);
  const followUp = useAction(followUpThread, REFRESH);
  const all = [pause, resume, make, keep, breakOff, postpone, followUp];
  return {
    isBusy: all.some(({ isPending }) => isPending),
    pause: (terms: Without<RawInputOf<typeof pauseThread>>) =>
      settle(talk, pause.run({ threadId, ...terms })),
    resume: () => settle(talk, resume.run({ threadId })),
    promise: (made: Without<RawInputOf<typeof makePromise>>) => settle(talk, make.run({ threadId, ...made })),
    keep: (promiseId: string, note: string) => settle(talk, keep.run({ threadId, promiseId, note })),
    breakOff: (promiseId: string, note: string) => settle(talk, breakOff.run({ threadId, promiseId, note })),
    postpone: (promiseId: string, note: string, dueAt: number) =>
      settle(talk, postpone.run({ threadId, promiseId, note, dueAt })),
    followUp: (called: Without<RawInputOf<typeof followUpThread>>) =>
      settle(talk, followUp.run({ threadId, ...called })),
  };
}
export type MatterMoves = ReturnType<typeof useMatterMoves>;

/** The asker's last word: how it was. */
export function useRating(talk: Talk, threadId: string) {
  const rate = useAction(rateThread, REFRESH);
  return {
    isBusy: rate.isPending,
    rate: (rating: RawInputOf<typeof rateThread>['rating']) => settle(talk, rate.run({ threadId, rating })),
  };
}
