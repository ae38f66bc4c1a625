/** Chance that comes out the same on every run. */
export type Dice = {
  /** True with this probability (0…1). */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  between(min: number, max: number): number;
  /** @throws when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[];
};

const SEED = 20170101;

/** Each label has its own sequence, so that a change in one part of the community leaves the others as they were. */
export function diceFor(label: string): Dice {
  const next = sequence([...label].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, SEED));
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    chance: (probability) => next() < probability,
    between,
    pick(list) {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new Error(`seed ${label}: nothing to pick from`);
      return item;
    },
    shuffle: (list) =>
      list
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
}

/** The mulberry32 generator: numbers from 0 up to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
