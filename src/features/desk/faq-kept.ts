import type { FaqLead, FaqView } from '@domain/desk/faq.schema';
import { readStored, store } from '@/services/storage';

/** WeChat takes 1 MB under a name: a thousand leads are a quarter of it. */
const PER_SHARD = 1000;

type Head = { readonly cursor: string; readonly shards: number };
const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'cursor' in value && 'shards' in value;
const isLeads = (value: unknown): value is FaqLead[] =>
  Array.isArray(value) && value.every((item) => typeof item?.faqId === 'string');
const isAnswers = (value: unknown): value is FaqView[] =>
  isLeads(value) && value.every((item) => 'answer' in item);

export type FaqStock = { readonly cursor: string; readonly leads: readonly FaqLead[] };

/** The questions a phone keeps under a person's name, in pieces, and the answers most read. */
export function faqKeptUnder(personKey: string) {
  const head = `hy.faq.${personKey}`;
  const answers = `hy.faq-answers.${personKey}`;
  return {
    /** What was kept last; nothing when a piece is missing, and the phone then fetches all of it again. */
    load(): FaqStock {
      const known = readStored(head, isHead);
      const pieces = Array.from({ length: known?.shards ?? 0 }, (_, at) =>
        readStored(`${head}.${at}`, isLeads),
      );
      if (!known || pieces.includes(null)) return { cursor: '', leads: [] };
      return { cursor: known.cursor, leads: pieces.flatMap((piece) => piece ?? []) };
    },
    save({ cursor, leads }: FaqStock): void {
      const shards = Math.ceil(leads.length / PER_SHARD);
      const isKept = Array.from({ length: shards }, (_, at) =>
        store(`${head}.${at}`, leads.slice(at * PER_SHARD, (at + 1) * PER_SHARD)),
      ).every(Boolean);
      // A phone without room keeps nothing rather than half: the next start fetches again.
      store(head, isKept ? { cursor, shards } : { cursor: '', shards: 0 });
    },
    loadAnswers: (): FaqView[] => readStored(answers, isAnswers) ?? [],
    saveAnswers: (kept: readonly FaqView[]): void => void store(answers, kept),
  };
}
export type FaqKept = ReturnType<typeof faqKeptUnder>;
