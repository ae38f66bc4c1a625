import {
  endWatch,
  giveThread,
  mergeThreads,
  relateThreads,
  splitThread,
  startWatch,
  transferThread,
} from '@domain/desk/casework.actions';
import { tieNotice } from '@domain/notices/notice.actions';
import { tieWish } from '@domain/wishes/wish.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import type { RawInputOf } from '@domain/kernel/action';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import { settle, type Settled } from '../use-moves';

const REFRESH = { refresh: ['thread', 'desk', 'note', 'home'] };
type Without<T> = Omit<T, 'threadId'>;

/** What colleagues can do with a matter. Each answers the matter it led to, or null where it was not done. */
export function useCaseMoves(talk: Settled, threadId: string) {
  const transfer = useAction(transferThread, REFRESH);
  const merge = useAction(mergeThreads, REFRESH);
  const relate = useAction(relateThreads, REFRESH);
  const split = useAction(splitThread, REFRESH);
  const give = useAction(giveThread, REFRESH);
  const start = useAction(startWatch, REFRESH);
  const end = useAction(endWatch, REFRESH);
  const toWish = useAction(tieWish, REFRESH);
  const toNotice = useAction(tieNotice, REFRESH);
  const all = [transfer, merge, relate, split, give, start, end, toWish, toNotice];
  let led: ThreadPage | null = null;
  /** A move that may lead to another matter: only this one's own page is taken over. */
  const away: Settled = {
    take: (page) => {
      led = page;
      if (page.thread.threadId === threadId) talk.take(page);
      else void talk.reload();
    },
    reload: talk.reload,
  };
  const ledTo = async (moving: Promise<boolean>): Promise<ThreadPage | null> => ((await moving) ? led : null);
  return {
    isBusy: all.some(({ isPending }) => isPending),
    transfer: (given: Without<RawInputOf<typeof transferThread>>) =>
      settle(talk, transfer.run({ threadId, ...given })),
    merge: (otherId: string) => ledTo(settle(away, merge.run({ threadId, otherId }))),
    relate: (otherId: string) => settle(talk, relate.run({ threadId, otherId })),
    /** To a wish or a notice that is there already. */
    tie: async (area: 'wishes' | 'notices', id: string): Promise<boolean> => {
      const tied =
        area === 'wishes'
          ? await toWish.run({ threadId, wishId: id })
          : await toNotice.run({ threadId, noticeId: id });
      if (!tied.ok) toast(tied.error.words);
      void talk.reload();
      return tied.ok;
    },
    split: (messageIds: string[]) => ledTo(settle(away, split.run({ threadId, messageIds }))),
    give: (personId: string) => settle(talk, give.run({ threadId, personId })),
    startWatch: (plan: Without<RawInputOf<typeof startWatch>>) =>
      settle(talk, start.run({ threadId, ...plan })),
    endWatch: (over: Without<RawInputOf<typeof endWatch>>) => settle(talk, end.run({ threadId, ...over })),
  };
}
export type CaseMoves = ReturnType<typeof useCaseMoves>;
