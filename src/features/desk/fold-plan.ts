import type { Part } from '@/services/measure';

/** A run of messages that is drawn or folded as one. */
export type Leaf = { readonly id: string; readonly nodeCount: number };
/** Leaves that can be folded together, in the order in which they stand; with no `id` they stand free. */
export type Shelf = { readonly id: string | null; readonly leaves: readonly Leaf[] };
type Place = Leaf & Pick<Part, 'top' | 'bottom'>;

/** What is drawn already is given up only for something that is nearer by so many px, so a trembling finger folds nothing. */
const STICKS = 160;

/**
 * The leaves and shelves to draw: everything on the screen, then what is nearest to it while there is room.
 * @param parts where the drawn leaves and shelves stand. @param heights the last known heights, px.
 * @param isFolded what is folded now. @param room how many nodes may be drawn.
 */
export function idsToDraw(
  shelves: readonly Shelf[],
  { parts, viewHeight }: { readonly parts: readonly Part[]; readonly viewHeight: number },
  heights: ReadonlyMap<string, number>,
  isFolded: (id: string) => boolean,
  room: number,
): ReadonlySet<string> {
  const distance = ({ id, top, bottom }: Place): number => {
    const away = Math.max(0, top - viewHeight, -bottom);
    return away === 0 || isFolded(id) ? away : Math.max(1, away - STICKS);
  };
  const nearestFirst = placesOf(shelves, parts, heights)
    .map((place) => ({ ...place, away: distance(place) }))
    .sort((a, b) => a.away - b.away);
  const drawn = new Set<string>();
  let left = room;
  for (const { id, nodeCount, away } of nearestFirst) {
    if (away > 0 && nodeCount > left) break;
    drawn.add(id);
    left -= nodeCount;
  }
  for (const { id, leaves } of shelves) if (id && leaves.some((leaf) => drawn.has(leaf.id))) drawn.add(id);
  return drawn;
}

/** Where every leaf stands; one on a folded shelf by what was measured before. */
function placesOf(
  shelves: readonly Shelf[],
  parts: readonly Part[],
  heights: ReadonlyMap<string, number>,
): Place[] {
  const partOf = new Map(parts.map((part) => [part.id, part]));
  return shelves.flatMap(({ id, leaves }) => {
    let top = (id === null ? undefined : partOf.get(id))?.top ?? 0;
    return leaves.map((leaf): Place => {
      const part = partOf.get(leaf.id);
      const from = part?.top ?? top;
      top = part?.bottom ?? top + (heights.get(leaf.id) ?? 0);
      return { ...leaf, top: from, bottom: top };
    });
  });
}

/**
 * One small step from what is folded to what should be: a shelf alone, or one leaf put back and one taken away. A
 * long way is gone in many steps, so that no crossing to WeChat's view grows. Null when nothing is left to do.
 */
export function nextFolds(
  shelves: readonly Shelf[],
  folded: ReadonlyMap<string, number>,
  drawn: ReadonlySet<string>,
  heights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | null {
  const shelfToOpen = shelves.find(({ id }) => id !== null && drawn.has(id) && folded.has(id));
  if (shelfToOpen?.id) return without(folded, shelfToOpen.id);
  const leaves = shelves.flatMap((shelf) => (shelf.id && folded.has(shelf.id) ? [] : shelf.leaves));
  const toOpen = leaves.find(({ id }) => drawn.has(id) && folded.has(id));
  const toFold = leaves.find(({ id }) => !drawn.has(id) && !folded.has(id) && (heights.get(id) ?? 0) > 0);
  if (toOpen || toFold) {
    const next = toOpen ? without(folded, toOpen.id) : folded;
    return toFold ? new Map(next).set(toFold.id, heights.get(toFold.id) ?? 0) : next;
  }
  const shelfToFold = shelves.find(
    ({ id, leaves: on }) =>
      id !== null &&
      !drawn.has(id) &&
      !folded.has(id) &&
      on.length > 0 &&
      on.every((leaf) => folded.has(leaf.id)),
  );
  if (!shelfToFold?.id) return null;
  return new Map(folded).set(shelfToFold.id, heightOf(shelfToFold.leaves, folded));
}

const heightOf = (leaves: readonly Leaf[], folded: ReadonlyMap<string, number>): number =>
  leaves.reduce((sum, { id }) => sum + (folded.get(id) ?? 0), 0);

function without(folded: ReadonlyMap<string, number>, id: string): ReadonlyMap<string, number> {
  const next = new Map(folded);
  next.delete(id);
  return next;
}
