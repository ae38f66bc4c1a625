import { termsOf } from './faq-terms';

/** Postings in typed arrays: which entries carry a term and how strongly. 10,000 entries take a few megabytes. */
export type Postings = {
  readonly count: number;
  /** Adds to `scores` what a term is worth in every entry that carries it; returns its rarity. */
  readonly addTo: (scores: Float32Array, code: number, weight: number) => number;
  readonly bytes: number;
};

export type Field = { readonly text: string; readonly weight: number };

const STEPS = 100;
const MIN_BITS = 10;
const MAX_BITS = 20;

class Growing<A extends Uint32Array | Uint16Array | Uint8Array> {
  length = 0;
  constructor(
    public items: A,
    private readonly make: (size: number) => A,
  ) {}
  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = this.make(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = value;
    this.length += 1;
  }
}

/** Takes in entries one after another, so that a phone can do it in small pieces; `build` then sorts them by term. */
export function createPostings() {
  const codes = new Growing(new Uint32Array(1024), (size) => new Uint32Array(size));
  const owners = new Growing(new Uint16Array(1024), (size) => new Uint16Array(size));
  const weights = new Growing(new Uint8Array(1024), (size) => new Uint8Array(size));
  const norms: number[] = [];

  /** @returns the number of the entry. */
  const add = (fields: readonly Field[]): number => {
    const terms = new Map<number, number>();
    for (const { text, weight } of fields)
      for (const [code, own] of termsOf(text)) terms.set(code, Math.max(terms.get(code) ?? 0, own * weight));
    const owner = norms.length;
    let sum = 0;
    for (const [code, weight] of terms) {
      codes.push(code);
      owners.push(owner);
      weights.push(Math.min(255, Math.round(weight * STEPS)));
      sum += weight;
    }
    norms.push(sum);
    return owner;
  };

  return { add, build: () => sortedByTerm(codes, owners, weights, norms) };
}

function sortedByTerm(
  codes: Growing<Uint32Array>,
  owners: Growing<Uint16Array>,
  weights: Growing<Uint8Array>,
  norms: readonly number[],
): Postings {
  const total = codes.length;
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(total + 1)) + 2));
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  const at = (array: { readonly [index: number]: number }, index: number): number => array[index] ?? 0;
  for (let index = 0; index < total; index += 1) {
    const bucket = (at(codes.items, index) >>> shift) + 1;
    starts[bucket] = at(starts, bucket) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1)
    starts[bucket] = at(starts, bucket) + at(starts, bucket - 1);
  const next = starts.slice();
  const sortedOwners = new Uint16Array(total);
  const sortedWeights = new Uint8Array(total);
  for (let index = 0; index < total; index += 1) {
    const bucket = at(codes.items, index) >>> shift;
    const place = at(next, bucket);
    next[bucket] = place + 1;
    sortedOwners[place] = at(owners.items, index);
    sortedWeights[place] = at(weights.items, index);
  }
  const count = norms.length;
  const mean = norms.reduce((sum, norm) => sum + norm, 0) / Math.max(1, count);
  const factors = Float32Array.from(norms, (norm) => 1 / (STEPS * (0.6 + (0.4 * norm) / (mean || 1))));

  return {
    count,
    addTo(scores, code, weight) {
      const bucket = code >>> shift;
      const from = at(starts, bucket);
      const to = at(starts, bucket + 1);
      const rarity = Math.log(1 + count / (to - from + 0.5));
      for (let place = from; place < to; place += 1) {
        const owner = at(sortedOwners, place);
        scores[owner] = at(scores, owner) + weight * rarity * at(sortedWeights, place) * at(factors, owner);
      }
      return rarity;
    },
    bytes: starts.byteLength + sortedOwners.byteLength + sortedWeights.byteLength + factors.byteLength,
  };
}
