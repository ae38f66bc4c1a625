import { FAQ_LIMITS } from './faq.schema';
import { createPostings, type Postings } from './faq-index';
import { heardAs, termsOf } from './faq-terms';

type Searchable = { readonly question: string; readonly keywords: readonly string[] };

export type FaqSearch<E> = {
  /** The best entries first, at most `FAQ_LIMITS.suggestions`; none when nothing fits. */
  (text: string): E[];
  readonly size: number;
  readonly bytes: number;
};

/** So many of the best by shared terms are looked at closely. */
const CLOSE_LOOK = 40;
/** What a keyword said in full adds, as a share of what was typed; heard alike but written otherwise, a little less. */
const NAMED = { written: 0.9, heard: 0.6 } as const;
/** Below these an entry is no answer. Found on the tuning part of the questions (docs/bench/faq.md). */
const LEAST = { score: 0.1, shareOfBest: 0.3 } as const;

/**
 * Takes in entries one at a time; `build` gives the search. Works on the phone, without the network, in slices: adding
 * one entry takes a fraction of a millisecond.
 */
export function createFaqIndex<E extends Searchable>() {
  const postings = createPostings();
  const entries: E[] = [];
  return {
    add(entry: E): void {
      postings.add([
        { text: entry.question, weight: 1 },
        ...entry.keywords.map((text) => ({ text, weight: 1 })),
      ]);
      entries.push(entry);
    },
    build: (): FaqSearch<E> => searchIn(postings.build(), entries.slice()),
  };
}

/** Prepares entries for searching while someone types. */
export function indexFaq<E extends Searchable>(entries: readonly E[]): FaqSearch<E> {
  const index = createFaqIndex<E>();
  for (const entry of entries) index.add(entry);
  return index.build();
}

function searchIn<E extends Searchable>(postings: Postings, entries: readonly E[]): FaqSearch<E> {
  const scores = new Float32Array(postings.count);
  const rank = (text: string): { entry: E; score: number }[] => {
    const terms = termsOf(text, true);
    if (terms.size === 0 || entries.length === 0) return [];
    scores.fill(0);
    let wanted = 0;
    for (const [code, weight] of terms) wanted += weight * postings.addTo(scores, code, weight);
    const typed = heardAs(text);
    return best(scores, CLOSE_LOOK)
      .flatMap((number) => {
        const entry = entries[number];
        if (!entry) return [];
        return [{ entry, score: (scores[number] ?? 0) / wanted + named(entry.keywords, typed) }];
      })
      .sort((a, b) => b.score - a.score);
  };
  const search = (text: string): E[] => {
    const ranked = rank(text);
    const least = Math.max(LEAST.score, (ranked[0]?.score ?? 0) * LEAST.shareOfBest);
    return ranked
      .filter(({ score }) => score >= least)
      .slice(0, FAQ_LIMITS.suggestions)
      .map(({ entry }) => entry);
  };
  return Object.assign(search, { size: entries.length, bytes: postings.bytes });
}

/** The numbers of the highest scores. */
function best(scores: Float32Array, many: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let number = 0; number < scores.length; number += 1) {
    const score = scores[number] ?? 0;
    if (score <= least) continue;
    let place = found.length;
    while (place > 0 && (scores[found[place - 1] ?? 0] ?? 0) < score) place -= 1;
    found.splice(place, 0, number);
    if (found.length > many) found.pop();
    if (found.length === many) least = scores[found[many - 1] ?? 0] ?? 0;
  }
  return found;
}

/** How much of what was typed is a keyword of the entry, said in full. */
function named(keywords: readonly string[], typed: ReturnType<typeof heardAs>): number {
  const size = Math.max(4, typed.words.length);
  return keywords.reduce((most, keyword) => {
    const { words, sounds } = heardAs(keyword);
    if (words.length < 2) return most;
    const share = Math.min(1, words.length / size);
    if (typed.words.includes(words)) return Math.max(most, NAMED.written * share);
    return typed.sounds.includes(sounds) && !sounds.includes(',0,')
      ? Math.max(most, NAMED.heard * share)
      : most;
  }, 0);
}
