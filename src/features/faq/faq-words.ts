import type { FaqCard } from '@domain/desk/faq-keeping.schema';
import { faqWorkflow } from '@domain/desk/faq.workflow';
import { dateOn, DAY } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import type { StatusTone } from '@/components/status-tag';

/** How an entry stands, in a word. */
export function standingOf(card: FaqCard): { readonly tone: StatusTone; readonly words: string } {
  if (card.isOverdue) return { tone: 'danger', words: '过期待核对' };
  const tones: Readonly<Record<FaqCard['status'], StatusTone>> = {
    draft: 'waiting',
    published: 'done',
    retired: 'muted',
  };
  return { tone: tones[card.status], words: labelOf(faqWorkflow, card.status) };
}

/** Where an entry came from and what it has done, as one line. */
export function factsOf(card: FaqCard): string {
  const facts = [
    card.askedCount > 0 ? `居民问过${card.askedCount}次` : '',
    card.origin === 'thread' ? '整理自会话' : '',
    card.status === 'published' ? `帮到${card.helpedCount}人` : '',
    card.reviewOn === '' ? '' : card.isOverdue ? `应于 ${card.reviewOn} 核对` : `下次核对 ${card.reviewOn}`,
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

const SPANS = [
  { days: 30, text: '一个月后' },
  { days: 91, text: '三个月后' },
  { days: 182, text: '半年后' },
  { days: 365, text: '一年后' },
] as const;

/** Dates for the next check; the one that stands is among them. */
export function reviewOptions(now: number, standing: string): { value: string; text: string }[] {
  const offered = SPANS.map(({ days, text }) => {
    const date = dateOn(now + days * DAY);
    return { value: date, text: `${text}（${date}）` };
  });
  const isKept = standing === '' || offered.some(({ value }) => value === standing);
  return isKept ? offered : [{ value: standing, text: `${standing}（现在的日期）` }, ...offered];
}
