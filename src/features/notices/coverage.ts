import { buildingsIn, type Target } from '@domain/kernel/audience';
import type { PlacesView } from '@domain/people/people.schema';
import { householdCount } from '@domain/people/place';

export type Coverage = { readonly buildingCount: number; readonly householdCount: number };

/** How many buildings and households a target reaches, by the community's register. */
export function coverageOf(target: Target, places: PlacesView): Coverage {
  const covered = buildingsIn(target, places.buildings);
  return {
    buildingCount: covered.length,
    householdCount: covered.reduce((sum, building) => sum + householdCount(building), 0),
  };
}

/** `将发给 2 栋楼 320 户`, or what is missing. */
export function coverageWords(target: Target, places: PlacesView): string {
  const { buildingCount, householdCount: homes } = coverageOf(target, places);
  if (buildingCount === 0) return '还没有选择楼栋或网格';
  const scope = target.kind === 'all' ? '全社区' : '';
  return `将发给${scope} ${buildingCount} 栋楼 ${homes} 户`;
}
