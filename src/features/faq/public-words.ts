import type { PublicAnswerView, PublicCard } from '@domain/desk/public-question.schema';
import { publicQuestionWorkflow } from '@domain/desk/public-question.workflow';
import { labelOf } from '@domain/kernel/workflow';
import type { StatusTone } from '@/components/status-tag';

type Told = { readonly tone: StatusTone; readonly words: string };

/** How a public question stands, in a word. */
export function questionStanding(card: PublicCard): Told {
  if (card.status === 'open')
    return card.hasConfirmed ? { tone: 'done', words: '已有解答' } : { tone: 'active', words: '等人解答' };
  const tone = card.status === 'proposed' ? 'waiting' : 'muted';
  return { tone, words: labelOf(publicQuestionWorkflow, card.status) };
}

const CAPACITY: Readonly<Record<PublicAnswerView['capacity'], string>> = {
  staff: '社区工作人员',
  policyExpert: '政策小达人',
  microTeam: '微团队',
};
export const capacityWords = ({ capacity }: PublicAnswerView): string => CAPACITY[capacity];

/** Whether staff stand behind an answer. */
export function verdictOf(answer: PublicAnswerView): Told {
  const by = answer.judgedBy ?? '社区';
  if (answer.capacity === 'staff') return { tone: 'done', words: '社区答复' };
  if (answer.verdict === 'confirmed') return { tone: 'done', words: `${by}已核对` };
  if (answer.verdict === 'corrected') return { tone: 'active', words: `${by}有更正` };
  if (answer.verdict === 'hidden') return { tone: 'muted', words: '已收起，居民看不到' };
  return { tone: 'waiting', words: answer.isHeld ? '待核对，暂不公开' : '邻居解答，待社区核对' };
}
