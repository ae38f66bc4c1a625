import { FAQ_LIMITS } from './faq.schema';

type Searchable = { readonly question: string; readonly keywords: readonly string[] };

/** A keyword that stands in the text says more than shared pairs of characters do. */
const KEYWORD_WEIGHT = 1.5;
/** Below this an entry is no answer to what was typed. Found by trying the demo questions. */
const MIN_SCORE = 0.28;

/** Text without blanks, punctuation and empty particles. 吧 carries meaning in 书吧, so only a closing one goes. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s，。？！、,.?!：:；;（）()“”"'的了]/g, '')
    .replace(/[吗呢啊吧么呀]+$/, '');

const pairsOf = (text: string): Set<string> => {
  const characters = [...plain(text)];
  return new Set(
    characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? '')),
  );
};

/**
 * Prepares entries for searching while someone types; runs on the phone without the network.
 * Returns a function: text → the best entries first, at most `FAQ_LIMITS.suggestions`, none when nothing fits.
 */
export function indexFaq<E extends Searchable>(entries: readonly E[]): (text: string) => E[] {
  const indexed = entries.map((entry) => ({
    entry,
    pairs: pairsOf(entry.question),
    keywords: entry.keywords.map(plain),
  }));
  const frequency = new Map<string, number>();
  for (const { pairs } of indexed)
    for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const rarity = (pair: string) => Math.log(1 + indexed.length / (frequency.get(pair) ?? indexed.length));

  return (text) => {
    const wanted = plain(text);
    if ([...wanted].length < 2) return [];
    const wantedPairs = pairsOf(text);
    const weightOf = (pairs: Iterable<string>) => [...pairs].reduce((sum, pair) => sum + rarity(pair), 0);
    const score = ({ pairs, keywords }: (typeof indexed)[number]) => {
      const shared = weightOf([...wantedPairs].filter((pair) => pairs.has(pair)));
      const overlap = (2 * shared) / (weightOf(wantedPairs) + weightOf(pairs) || 1);
      const hit = keywords.filter((keyword) => keyword !== '' && wanted.includes(keyword));
      const named = hit.reduce((sum, keyword) => sum + [...keyword].length, 0) / [...wanted].length;
      return overlap + KEYWORD_WEIGHT * Math.min(1, named);
    };
    return indexed
      .map((item) => ({ entry: item.entry, score: score(item) }))
      .filter((item) => item.score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score)
      .slice(0, FAQ_LIMITS.suggestions)
      .map((item) => item.entry);
  };
}
