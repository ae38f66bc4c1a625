import type { ThreadCard } from '@domain/desk/thread.schema';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { labelOf } from '@domain/kernel/workflow';
import type { StatusTone } from '@/components/status-tag';

const TONES: Readonly<Record<ThreadCard['status'], StatusTone>> = {
  waiting: 'waiting',
  taken: 'active',
  resolved: 'done',
  confirmed: 'done',
  closed: 'muted',
  withdrawn: 'muted',
  merged: 'muted',
};

/** How a thread's state is told to one of its sides. */
export const statusTag = (thread: Pick<ThreadCard, 'status'>): { tone: StatusTone; words: string } => ({
  tone: TONES[thread.status],
  words: labelOf(threadWorkflow, thread.status),
});

/** The last line of a thread as its reader sees it: who said it, then what. */
export function lastLine(thread: ThreadCard, side: 'asker' | 'desk'): string {
  const words = thread.lastText === '' ? '［图片］' : thread.lastText;
  if (thread.lastSide === 'system') return words;
  if (thread.lastSide === side) return `${side === 'asker' ? '我' : '我们'}：${words}`;
  return `${side === 'asker' ? (thread.taker?.name ?? '值班人员') : (thread.asker?.name ?? '居民')}：${words}`;
}

export const moveLabel = (move: keyof typeof threadWorkflow.transitions): string =>
  threadWorkflow.transitions[move].zh;
