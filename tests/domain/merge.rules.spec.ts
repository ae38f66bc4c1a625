import { absorb, endMerged, survivorOf } from '@domain/desk/merge.rules';
import { householdAsker } from '@domain/desk/record-for.rules';
import { ask } from '@domain/desk/thread.rules';
import type { Thread } from '@domain/desk/thread.schema';
import { person } from '../support/people';

const zhang = person('zhang');
const zhao = person('zhao', ['staff']);
const NOW = Date.UTC(2026, 10, 22);

const thread = (id: string, at: number, askerId = zhang.personId): Thread => {
  const question = {
    id,
    messageId: `${id}-m1`,
    message: { text: `事情${id}` },
    faqShown: [],
    replyWithinMinutes: 10,
    link: null,
  };
  return { ...ask({ ...zhang, personId: askerId }, question, at), askerHomeLabel: '1号楼1单元101室' };
};

/** The same numbers for the same seed. */
const dice = (seed: number) => (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed % below;
};

type Ended = { readonly into: string; readonly id: string };

/** Colleagues merge at random, each seeing some earlier state; the relay ends what was taken in, in any order. */
function mergeAtRandom(seed: number): readonly Thread[] {
  const roll = dice(seed);
  const count = 3 + roll(4);
  const now = new Map(
    Array.from({ length: count }, (_, index) => {
      const asker = roll(3) === 0 ? householdAsker('b01-1-101') : zhang.personId;
      const made = thread(`t${index}`, NOW + roll(3), asker);
      return [made._id, made] as const;
    }),
  );
  const before = new Map(now);
  const owed: Ended[] = [];
  const endOne = () => {
    const [next] = owed.splice(roll(owed.length), 1);
    const [ending, into] = [now.get(next?.id ?? ''), now.get(next?.into ?? '')];
    const ended = ending && into ? endMerged(ending, into, zhao, NOW) : null;
    if (ended) now.set(ended._id, ended);
  };
  for (let step = 0; step < 20; step += 1) {
    const ids = [...now.keys()];
    const [a, b] = [ids[roll(count)] ?? '', ids[roll(count)] ?? ''];
    const seen = roll(2) === 0 ? before : now;
    const [one, other] = [seen.get(a), seen.get(b)];
    if (!one || !other || a === b) continue;
    const [survivor, ending] = survivorOf(one, other);
    const standing = now.get(survivor._id);
    const merged = standing ? absorb(standing, ending, zhao, NOW) : null;
    if (!merged?.ok) continue;
    now.set(merged.value._id, merged.value);
    owed.push({ id: ending._id, into: survivor._id });
    if (roll(3) === 0) endOne();
  }
  while (owed.length > 0) endOne();
  return [...now.values()];
}

describe('merging, by however many colleagues at once', () => {
  it('never ends all of one asker’s matters, and every link leads to one that goes on', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const threads = mergeAtRandom(seed);
      const byId = new Map(threads.map((one) => [one._id, one]));
      expect({ seed, goesOn: threads.some(({ status }) => status !== 'merged') }).toEqual({
        seed,
        goesOn: true,
      });
      for (const one of threads) {
        let at: Thread | undefined = one;
        for (let step = 0; at?.status === 'merged' && step <= threads.length; step += 1) {
          const into = at.links?.find(({ relation }) => relation === 'mergedInto')?.id ?? '';
          at = byId.get(into);
        }
        expect({ seed, id: one._id, leadsTo: at?.status }).toEqual({ seed, id: one._id, leadsTo: 'waiting' });
      }
    }
  });

  it('names the same survivor whichever of the two is named first', () => {
    const roll = dice(7);
    for (let round = 0; round < 200; round += 1) {
      const some = () =>
        thread(`t${roll(50)}`, NOW + roll(3), roll(2) === 0 ? zhang.personId : householdAsker('b01-1-101'));
      const [one, other] = [some(), some()];
      if (one._id === other._id) continue;
      expect(survivorOf(one, other)[0]._id).toBe(survivorOf(other, one)[0]._id);
    }
  });
});
