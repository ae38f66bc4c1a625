import {
  confirmThread,
  handBackThread,
  reopenThread,
  resolveThread,
  takeOverThread,
  takeThread,
  withdrawThread,
} from '@domain/desk/desk.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import type { Result } from '@domain/kernel/result';
import { confirmAsk, toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import type { Trouble } from './door';
import type { Talk } from './use-talk';

const REFRESH = { refresh: ['thread', 'desk', 'home'] };

type Moved = Result<ThreadPage, Trouble>;

/** Whatever shows a thread and can take over what has become of it. */
export type Settled = Pick<Talk, 'take' | 'reload'>;

/** Shows the outcome of a move: the thread as it is now, or why not, and then how it really stands. */
export async function settle(talk: Settled, moving: Promise<Moved>): Promise<boolean> {
  const moved = await moving;
  if (moved.ok) talk.take(moved.value);
  else {
    toast(moved.error.words);
    await talk.reload();
  }
  return moved.ok;
}

/** What an asker can decide about their matter. */
export function useAskerMoves(talk: Talk, threadId: string) {
  const confirm = useAction(confirmThread, REFRESH);
  const reopen = useAction(reopenThread, REFRESH);
  const withdraw = useAction(withdrawThread, REFRESH);
  return {
    isBusy: confirm.isPending || reopen.isPending || withdraw.isPending,
    confirm: () => void settle(talk, confirm.run({ threadId })),
    reopen: () => void settle(talk, reopen.run({ threadId })),
    withdraw: async () => {
      const words = '撤回后值班人员不再处理这件事，需要时可以重新发。';
      if (!(await confirmAsk({ title: '撤回这件事？', words, yes: '撤回' }))) return;
      await settle(talk, withdraw.run({ threadId }));
    },
  };
}

/** What the desk can do with a thread. */
export function useDeskMoves(talk: Talk, threadId: string) {
  const take = useAction(takeThread, REFRESH);
  const takeOver = useAction(takeOverThread, REFRESH);
  const handBack = useAction(handBackThread, REFRESH);
  const resolve = useAction(resolveThread, REFRESH);
  return {
    isBusy: take.isPending || takeOver.isPending || handBack.isPending || resolve.isPending,
    handBackFault: handBack.failure?.faults[0]?.words,
    take: () => void settle(talk, take.run({ threadId })),
    handBack: (reason: string) => settle(talk, handBack.run({ threadId, reason })),
    takeOver: async () => {
      const words = '之后由您答复居民，原来的同事会在会话里看到。';
      if (!(await confirmAsk({ title: '转由您处理？', words, yes: '转我处理' }))) return;
      await settle(talk, takeOver.run({ threadId }));
    },
    resolve: async () => {
      const words = '居民会收到提醒，请他确认是否解决；没解决可以重新提交。';
      if (!(await confirmAsk({ title: '这件事办结了？', words, yes: '办结' }))) return;
      await settle(talk, resolve.run({ threadId }));
    },
  };
}
