import { SAME_THINGS } from './faq-concepts';
import { soundOf, soundsOfLetters } from './faq-sound';

/** A text is found by a number for each pair of characters, pair of sounds, rare character, word and concept. */
const WEIGHT = { pair: 1, sounds: 0.55, character: 0.25, word: 1, concept: 1.6 } as const;
const KIND = { pair: 1, sounds: 2, character: 3, word: 4, concept: 5 } as const;

/** Said in any question, so they tell nothing about it. */
const SMALL_TALK =
  /请问一?下?|麻烦问?一?下?|想问一?下?|问一?下|您好|你好|谢谢|那个|嗯+|就是说?|怎么办理?|咋办|咋整|咋|怎么弄|咋弄|怎么样|怎么|为什么|为啥|什么|啥|哪里|哪儿|在哪|能不能|可不可以|可以|是不是|有没有|帮忙|帮我|我们|咱们?|俺们?|我家|俺家|家里|你们|小区|社区|多少钱|去哪里?|去哪儿?|到哪里?|坏了|没有了?|怎么回事|咋回事|找谁|找哪|谁管|管不管|要不要|需要|应该/g;
const EMPTY = new Set(
  '的了吗呢啊吧么呀嘛哦是不我你他她它们这那有在个一要想能会就都也还和跟到去来上下里家人给把被让得过没说做用几多少谁',
);

/** One number for a kind and up to two small numbers. */
const codeOf = (kind: number, a: number, b = 0): number => {
  let hash = Math.imul(kind * 0x9e3779b1 + a, 0x85ebca6b) ^ Math.imul(b + kind, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
};

/** Full-width forms count as plain ones, capitals as small letters. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const RUNS = /[a-z]+|\d+|[\u3400-\u9fff]+/g;

type Saying = { readonly words: string; readonly concept: number };
let sayings: ReadonlyMap<string, readonly Saying[]> | null = null;

/** Every way of saying something, by its first character. */
function sayingsBy(first: string): readonly Saying[] {
  if (!sayings) {
    const byFirst = new Map<string, Saying[]>();
    SAME_THINGS.forEach((line, concept) => {
      for (const words of line.split(' ')) {
        const start = words.charAt(0);
        byFirst.set(start, [...(byFirst.get(start) ?? []), { words, concept }]);
      }
    });
    sayings = byFirst;
  }
  return sayings.get(first) ?? [];
}

/** Sounds in their order; letters that read as pinyin are spoken, too. 0 is a gap. */
function soundsIn(runs: readonly string[]): number[] {
  return runs.flatMap((run) => {
    if (/^[a-z]/.test(run)) return run.length > 1 ? (soundsOfLetters(run) ?? [0]) : [0];
    if (/^\d/.test(run)) return [0];
    return [...run].map(soundOf);
  });
}

/** The text as the index sees it. `isTyped`: small talk goes first; an entry has none. */
export function termsOf(text: string, isTyped = false): Map<number, number> {
  const whole = plain(text);
  const words = isTyped ? whole.replace(SMALL_TALK, ' ') : whole;
  const runs = words.match(RUNS) ?? [];
  const terms = new Map<number, number>();
  const add = (code: number, weight: number) => void terms.set(code, Math.max(weight, terms.get(code) ?? 0));

  for (const run of runs) {
    if (/^[a-z\d]/.test(run)) {
      let hash = 7;
      for (let at = 0; at < run.length; at += 1) hash = (Math.imul(hash, 31) + run.charCodeAt(at)) | 0;
      add(codeOf(KIND.word, hash >>> 0), WEIGHT.word);
      continue;
    }
    for (let at = 0; at < run.length; at += 1) {
      const character = run.charAt(at);
      if (!EMPTY.has(character)) add(codeOf(KIND.character, run.charCodeAt(at)), WEIGHT.character);
      if (at + 1 === run.length) continue;
      if (EMPTY.has(character) && EMPTY.has(run.charAt(at + 1))) continue;
      add(codeOf(KIND.pair, run.charCodeAt(at), run.charCodeAt(at + 1)), WEIGHT.pair);
    }
  }
  const heard = soundsIn(runs);
  heard.forEach((sound, at) => {
    const next = heard[at + 1] ?? 0;
    if (sound > 0 && next > 0) add(codeOf(KIND.sounds, sound, next), WEIGHT.sounds);
  });
  for (let at = 0; at < whole.length; at += 1) {
    for (const { words: saying, concept } of sayingsBy(whole.charAt(at)))
      if (whole.startsWith(saying, at)) add(codeOf(KIND.concept, concept), WEIGHT.concept);
  }
  return terms;
}

/** The text without blanks and marks, and how it sounds: for asking whether it contains a keyword. */
export function heardAs(text: string): { readonly words: string; readonly sounds: string } {
  const runs = plain(text).match(RUNS) ?? [];
  return { words: runs.join(''), sounds: `,${soundsIn(runs).join(',')},` };
}
