import { personIdOf } from '@cloud/platform/caller';
import type { Actor } from './cast';

/** Neighbours without a story, for races: as many as wanted, always the same ones. All of them are volunteers. */
export const crowd = (count: number): Actor[] =>
  Array.from({ length: count }, (_, index) => {
    const openid = `o-crowd-${String(index + 1).padStart(3, '0')}`;
    return { openid, name: `邻居${index + 1}`, personId: personIdOf(openid) };
  });
