import type { Block, Conversation } from './conversation';
import type { Shelf } from './fold-plan';

/** So many chunks share a shelf. Adding to the top of one long list would send all of it to the screen again. */
const PER_SHELF = 10;

export const shelfId = (shelf: number): string => `shelf-${shelf}`;

/** The numbers of the chunks on each shelf, from the oldest; the newest shelf may be short. */
export const chunkNosByShelf = (historyCount: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(historyCount / PER_SHELF) }, (_, shelf) =>
    Array.from({ length: PER_SHELF }, (_slot, slot) => shelf * PER_SHELF + slot + 1).filter(
      (chunkNo) => chunkNo <= historyCount,
    ),
  );

/** Everything of a conversation that is on the phone and can be folded, from the oldest. */
export function shelvesOf({ history, historyCount, live }: Conversation): readonly Shelf[] {
  const filed = chunkNosByShelf(historyCount).map((chunkNos, shelf) => ({
    id: shelfId(shelf),
    leaves: chunkNos.flatMap((chunkNo) => history[chunkNo] ?? []).map(leafOf),
  }));
  return [...filed.filter(({ leaves }) => leaves.length > 0), { id: null, leaves: live.map(leafOf) }];
}

const leafOf = (block: Block) => ({ id: block.id, nodeCount: nodeCountOf(block) });

/** About how many nodes a block is drawn with; see message-bubble.tsx. */
const nodeCountOf = ({ messages }: Block): number =>
  messages.reduce((sum, { side, photos, place, voice, isMine }) => {
    if (side === 'system') return sum + 3;
    const enclosed = (place ? 3 : 0) + (voice ? 4 : 0);
    return sum + 6 + enclosed + (isMine ? 0 : 2) + (photos.length > 0 ? 1 + 2 * photos.length : 0);
  }, 1);
