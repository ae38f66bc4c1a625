import { indexFaq, type FaqSearch } from '@domain/desk/faq-search';
import type { FaqLead } from '@domain/desk/faq.schema';
import { buildFaqEntries } from '../seed/build/faq-entries';
import { createDeskStaff } from '../seed/build/desk-staff';
import { readQuestions, type AskedQuestion } from './faq-questions';

const NOW = Date.parse('2026-11-22T02:10:00+08:00');
const plainly = (text: string): string => text;

/** The demo's entries as a phone has them. */
export function demoLeads(): FaqLead[] {
  const staff = createDeskStaff({ now: NOW, seal: plainly, personIdOf: plainly });
  return buildFaqEntries(NOW, staff)
    .filter(({ status }) => status === 'published')
    .map(({ _id, question, keywords, reviewOn, helpedCount }) => ({
      faqId: _id,
      question,
      keywords: [...keywords],
      reviewOn,
      helpedCount,
    }));
}

export type Recall = {
  readonly asked: number;
  /** Among the three suggestions is the right one. */
  readonly recallAt3: number;
  readonly recallAt1: number;
  readonly unanswerable: number;
  /** Share of the unanswerable for which something was suggested. */
  readonly falselySuggested: number;
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function recallOf(search: FaqSearch<FaqLead>, questions: readonly AskedQuestion[]): Recall {
  const answered = questions.filter(({ faqId }) => faqId !== null);
  const others = questions.filter(({ faqId }) => faqId === null);
  const ids = (text: string) => search(text).map(({ faqId }) => faqId);
  return {
    asked: answered.length,
    recallAt3: share(
      answered.filter(({ text, faqId }) => ids(text).includes(faqId ?? '')).length,
      answered.length,
    ),
    recallAt1: share(answered.filter(({ text, faqId }) => ids(text)[0] === faqId).length, answered.length),
    unanswerable: others.length,
    falselySuggested: share(others.filter(({ text }) => search(text).length > 0).length, others.length),
  };
}

/** Recall over the question set: deterministic, so a test can hold it. `among`: the entries to find the right one in. */
export function measureRecall(among: readonly FaqLead[]): {
  readonly tuning: Recall;
  readonly heldOut: Recall;
} {
  const { tuning, heldOut } = readQuestions();
  const search = indexFaq(among);
  return { tuning: recallOf(search, tuning), heldOut: recallOf(search, heldOut) };
}
