import * as z from 'zod/mini';
import type { Home } from './person';

/** Which households something is for: the whole community, or chosen buildings and grids together. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({
    kind: z.literal('places'),
    buildingIds: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(100)),
    gridIds: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(50)),
  }),
]);
export type Target = z.output<typeof targetSchema>;

type PlacedBuilding = { readonly buildingId: string; readonly gridId: string };

/** Keys a record is stored under, so that one indexed query finds what is for a home. */
export function targetKeys(target: Target): string[] {
  if (target.kind === 'all') return ['all'];
  return [...target.buildingIds.map((id) => `building:${id}`), ...target.gridIds.map((id) => `grid:${id}`)];
}

/** Keys under which a person at this home looks things up. Someone without a home sees only what is for all. */
export const keysOfHome = (home: Home | null): string[] =>
  home ? ['all', `building:${home.buildingId}`, `grid:${home.gridId}`] : ['all'];

export const isTargeted = (keys: readonly string[], home: Home | null): boolean =>
  keysOfHome(home).some((key) => keys.includes(key));

/** The buildings a target covers. */
export const buildingsIn = <B extends PlacedBuilding>(target: Target, buildings: readonly B[]): B[] =>
  buildings.filter((building) => {
    if (target.kind === 'all') return true;
    return target.buildingIds.includes(building.buildingId) || target.gridIds.includes(building.gridId);
  });
