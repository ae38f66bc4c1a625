import { idsToDraw, nextFolds, type Shelf } from '@/features/desk/fold-plan';

const HEIGHT = 1000;
const VIEW = 600;
const leaf = (id: string) => ({ id, nodeCount: 140 });
/** Two shelves of three filed chunks each, and two live blocks below; each is `HEIGHT` high. */
const shelves: readonly Shelf[] = [
  { id: 'shelf-0', leaves: ['chunk-1', 'chunk-2', 'chunk-3'].map(leaf) },
  { id: 'shelf-1', leaves: ['chunk-4', 'chunk-5', 'chunk-6'].map(leaf) },
  { id: null, leaves: ['live-1', 'live-2'].map(leaf) },
];
const ids = shelves.flatMap(({ leaves }) => leaves.map(({ id }) => id));
const heights = new Map(ids.map((id) => [id, HEIGHT]));

/** What a phone measures with the reader `scrollTop` px from the top; nothing on a folded shelf is drawn. */
const measured = (scrollTop: number, folded: ReadonlyMap<string, number>) => ({
  viewHeight: VIEW,
  parts: shelves.flatMap(({ id, leaves }) => {
    const place = (leafId: string) => ids.indexOf(leafId) * HEIGHT - scrollTop;
    const own = leaves.map((one) => ({ id: one.id, top: place(one.id), bottom: place(one.id) + HEIGHT }));
    const [first, last] = [own[0], own[own.length - 1]];
    const shelf = id && first && last ? [{ id, top: first.top, bottom: last.bottom }] : [];
    return id && folded.has(id) ? shelf : [...shelf, ...own];
  }),
});

const drawnAt = (scrollTop: number, folded: ReadonlyMap<string, number> = new Map(), room = 430) =>
  idsToDraw(shelves, measured(scrollTop, folded), heights, (id) => folded.has(id), room);

/** Takes steps until nothing is left to do. @returns every state on the way. */
function goTo(scrollTop: number, from: ReadonlyMap<string, number>): ReadonlyMap<string, number>[] {
  const drawn = drawnAt(scrollTop, from);
  const states = [from];
  for (;;) {
    const next = nextFolds(shelves, states[states.length - 1] ?? from, drawn, heights);
    if (!next) return states;
    states.push(next);
  }
}
const after = (states: readonly ReadonlyMap<string, number>[]) => states[states.length - 1] ?? new Map();
const changes = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).length;

describe('a long talk', () => {
  it('draws what is on the screen and what is nearest to it', () => {
    expect([...drawnAt(7 * HEIGHT + 400)]).toEqual(['live-2', 'live-1', 'chunk-6', 'shelf-1']);
    expect([...drawnAt(0)].sort()).toEqual(['chunk-1', 'chunk-2', 'chunk-3', 'shelf-0']);
  });

  it('draws what is on the screen even where there is no room for it', () => {
    expect(drawnAt(3 * HEIGHT - 300, new Map(), 100)).toEqual(
      new Set(['chunk-3', 'chunk-4', 'shelf-0', 'shelf-1']),
    );
  });

  it('folds the rest in small steps: never more than two changes at once', () => {
    const states = goTo(7 * HEIGHT, new Map());
    expect([...after(states).keys()].sort()).toEqual([
      'chunk-1',
      'chunk-2',
      'chunk-3',
      'chunk-4',
      'chunk-5',
      'shelf-0',
    ]);
    expect(after(states).get('shelf-0')).toBe(3 * HEIGHT);
    const steps = states.slice(1).map((state, index) => changes(state, states[index] ?? new Map()));
    expect(Math.max(...steps)).toBeLessThanOrEqual(2);
  });

  it('puts back what a reader comes to, from a folded shelf too', () => {
    const atEnd = after(goTo(7 * HEIGHT, new Map()));
    const atStart = after(goTo(0, atEnd));
    expect(['shelf-0', 'chunk-1', 'chunk-2', 'chunk-3'].filter((id) => atStart.has(id))).toEqual([]);
    expect(atStart.has('live-2')).toBe(true);
    const midway = after(goTo(3 * HEIGHT, atStart));
    expect(midway.has('chunk-4')).toBe(false);
  });

  it('does not fold for a trembling finger', () => {
    const there = after(goTo(4 * HEIGHT + 180, new Map()));
    expect(goTo(4 * HEIGHT + 220, there)).toHaveLength(1);
    expect(goTo(4 * HEIGHT + 180, there)).toHaveLength(1);
  });
});
