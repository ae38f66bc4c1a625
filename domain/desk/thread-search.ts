import type { Thread } from './thread.schema';

/**
 * How a conversation is found again. The database looks keys up in an index; it never scans texts. Chinese is cut into
 * pairs of characters, other words and numbers are kept whole, and a name is also kept by its beginnings.
 */
export const SEARCH_LIMITS = {
  queryMax: 40,
  /** A conversation carries so many keys at most; what is said after that no longer adds any. */
  keysPerThread: 300,
  keysPerMessage: 80,
  keysPerQuery: 8,
  wordMax: 32,
} as const;

const NUMBER_LENGTH = 6;

/** What staff call a conversation by when they talk about it: `A1B2C3`. */
export const threadNumber = (threadId: string): string =>
  threadId
    .replace(/[^0-9a-z]/gi, '')
    .slice(-NUMBER_LENGTH)
    .toUpperCase();

/** Full-width forms count as their plain ones, capitals as small letters. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const PLACES = /\d+(?:号楼|号院|单元|室|栋|层)/g;
const RUNS = /[a-z0-9]+|[\u3400-\u9fff]+/g;
const isChinese = (run: string): boolean => /^[\u3400-\u9fff]/.test(run);

const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
};

const beginningsOf = (name: string): string[] =>
  [...plain(name)].map((_, index, all) => all.slice(0, index + 1).join(''));

/** A number is also found by its last four digits, as people tell phone numbers. */
const endOf = (run: string): string[] => (/^\d{5,}$/.test(run) ? [run.slice(-4)] : []);

/** `withEnds`: a long number also by its end, for what is stored; whoever types the whole number means all of it. */
function keysOf(text: string, withEnds = true): string[] {
  const words = plain(text);
  const runs = words.match(RUNS) ?? [];
  const keys = runs.flatMap((run) =>
    isChinese(run) ? pairsOf(run) : [run.slice(0, SEARCH_LIMITS.wordMax), ...(withEnds ? endOf(run) : [])],
  );
  return [...(words.match(PLACES) ?? []), ...keys];
}

type Opening = Pick<Thread, '_id' | 'askerName' | 'askerHomeLabel'>;

/** The keys a conversation starts with: its number, who asks, where they live, what they say. */
export const firstSearchKeys = ({ _id, askerName, askerHomeLabel }: Opening, text: string): string[] =>
  distinct([
    plain(threadNumber(_id)),
    ...beginningsOf(askerName),
    ...keysOf(askerName),
    ...keysOf(askerHomeLabel ?? ''),
    ...keysOf(text).slice(0, SEARCH_LIMITS.keysPerMessage),
  ]);

/** The keys once something more was said; what was there stays in its order. */
export function moreSearchKeys(known: readonly string[], text: string): readonly string[] {
  const added = distinct(keysOf(text)).filter((key) => !known.includes(key));
  const room = Math.min(SEARCH_LIMITS.keysPerMessage, SEARCH_LIMITS.keysPerThread - known.length);
  return room <= 0 || added.length === 0 ? known : [...known, ...added.slice(0, room)];
}

/** The keys a found conversation must all have, the rarest kind first; none when the words say nothing. */
export function searchKeysFor(query: string): string[] {
  const words = plain(query).trim();
  const keys = /^[\u3400-\u9fff]$/.test(words) ? [words] : keysOf(words, false);
  return distinct(keys)
    .sort((a, b) => b.length - a.length)
    .slice(0, SEARCH_LIMITS.keysPerQuery);
}

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];
