const COLUMNS_MAX = 3;
const LETTERS_MAX = 8;

/**
 * The phrases of short thanks, one to a column as a pennant is embroidered: from the right, without punctuation.
 * @returns null for thanks too long to hang.
 */
export function columnsOf(words: string): readonly string[] | null {
  const phrases = words.split(/[\s，。！？、；：,.!?;:~～…]+/).filter((phrase) => phrase !== '');
  const isShort = phrases.every(
    (phrase) => /^[\u4e00-\u9fff]+$/.test(phrase) && phrase.length <= LETTERS_MAX,
  );
  return isShort && phrases.length > 0 && phrases.length <= COLUMNS_MAX ? phrases : null;
}
