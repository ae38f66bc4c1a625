import * as z from 'zod/mini';
import { text } from '../kernel/input';
import type { Actor, RecordBase } from '../kernel/record';

export const PHRASE_LIMITS = { labelMax: 12, textMax: 300, keptMax: 60 } as const;

/** A ready-made answer of one community (常用回复). Its owner keeps it true; a digit key puts it into the box. */
export type Phrase = RecordBase & {
  readonly status: 'kept' | 'removed';
  readonly label: string;
  readonly text: string;
  readonly digit: number | null;
  readonly owner: Actor;
};

export const phraseInput = z.object({
  label: text(PHRASE_LIMITS.labelMax),
  text: text(PHRASE_LIMITS.textMax, 2),
  digit: z.nullable(z.int().check(z.minimum(1), z.maximum(9))),
});
export type PhraseInput = z.output<typeof phraseInput>;

export const phraseView = z.object({
  phraseId: z.string(),
  label: z.string(),
  text: z.string(),
  digit: z.nullable(z.number()),
  ownerName: z.string(),
  version: z.number(),
});
export type PhraseView = z.output<typeof phraseView>;

/** What stands in braces in a phrase and what is put there. */
export const PLACEHOLDERS = ['称呼', '住址', '我', '电话'] as const;
export type PhraseFacts = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

/** The phrase as it goes into the box. A fact that is not known leaves its placeholder, so that somebody fills it in. */
export const fillPhrase = (text: string, facts: PhraseFacts): string =>
  PLACEHOLDERS.reduce(
    (filled, name) => (facts[name] === '' ? filled : filled.split(`{${name}}`).join(facts[name])),
    text,
  );
