import type { Person } from '@domain/kernel/person';
import { faqMoves } from '@domain/desk/faq.rules';
import type { FaqCard, FaqSheet } from '@domain/desk/faq-keeping.schema';
import { isOverdueOn, type FaqEntry } from '@domain/desk/faq.schema';
import { faqWorkflow } from '@domain/desk/faq.workflow';

export const toFaqCard = (entry: FaqEntry, today: string): FaqCard => ({
  faqId: entry._id,
  status: entry.status,
  question: entry.question,
  ownerName: entry.owner.name,
  source: entry.source,
  reviewOn: entry.reviewOn,
  isOverdue: entry.status === 'published' && isOverdueOn(entry, today),
  helpedCount: entry.helpedCount,
  askedCount: entry.askedCount,
  origin: entry.origin.kind,
  updatedAt: entry.updatedAt,
});

const MOVE_NAMES: Readonly<Record<string, { readonly zh: string }>> = faqWorkflow.transitions;

export const toFaqSheet = (
  entry: FaqEntry,
  person: Person,
  today: string,
  refusedCount: number,
): FaqSheet => ({
  card: toFaqCard(entry, today),
  answer: entry.answer,
  keywords: [...entry.keywords],
  ownerId: entry.owner.personId,
  threadId: entry.origin.kind === 'written' ? null : entry.origin.threadId,
  refusedCount,
  moves: faqMoves(entry, person),
  history: [...entry.history].reverse().map(({ move, by, at, note }) => ({
    move: MOVE_NAMES[move]?.zh ?? '新建',
    name: by.name,
    at,
    note: note ?? '',
  })),
  version: entry.version,
});
