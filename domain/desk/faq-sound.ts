import { SYLLABLES } from './faq-syllables';

/** Slips of the tongue and of the thumb: 平翘舌 zh/z, ch/c, sh/s, n/l, 前后鼻音 ing/in, eng/en, ang/an. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?=.)/, 'l'],
  [/([aei])ng$/, '$1n'],
];

const fold = (syllable: string): string =>
  FOLDS.reduce((sound, [pattern, plain]) => sound.replace(pattern, plain), syllable);

type Sounds = {
  readonly ofCharacter: ReadonlyMap<string, number>;
  readonly ofSyllable: ReadonlyMap<string, number>;
};
let known: Sounds | null = null;

/** Read out of the table the first time somebody searches. */
function sounds(): Sounds {
  if (known) return known;
  const numbers = new Map<string, number>();
  const ofCharacter = new Map<string, number>();
  const ofSyllable = new Map<string, number>();
  for (const row of SYLLABLES.trim().split(' ')) {
    const syllable = /^[a-z]+/.exec(row)?.[0] ?? '';
    const folded = fold(syllable);
    const sound = numbers.get(folded) ?? numbers.size + 1;
    numbers.set(folded, sound);
    ofSyllable.set(syllable, sound);
    for (const character of row.slice(syllable.length)) ofCharacter.set(character, sound);
  }
  known = { ofCharacter, ofSyllable };
  return known;
}

/** The number of a character's sound; 0 for a rare one, which then sounds like nothing else. */
export const soundOf = (character: string): number => sounds().ofCharacter.get(character) ?? 0;

const LONGEST = 6;

/** `nuanqi` → the sounds of 暖气. Null when letters do not read as pinyin from end to end. */
export function soundsOfLetters(letters: string): number[] | null {
  const { ofSyllable } = sounds();
  const from: (number[] | null)[] = Array.from({ length: letters.length + 1 }, () => null);
  from[letters.length] = [];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    for (let size = Math.min(LONGEST, letters.length - start); size > 0 && !from[start]; size -= 1) {
      const sound = ofSyllable.get(letters.slice(start, start + size));
      const rest = from[start + size];
      if (sound !== undefined && rest) from[start] = [sound, ...rest];
    }
  }
  return from[0] ?? null;
}
