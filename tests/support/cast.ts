import { newRecord, SYSTEM_ACTOR } from '@domain/kernel/record';
import type { Role } from '@domain/kernel/roles';
import type { Community, PersonRecord } from '@domain/people/people.schema';
import { homeAt, type Building } from '@domain/people/place';
import { personIdOf } from '@cloud/platform/caller';

/** The people every test may count on. `openid` is what the platform would say; nothing else identifies them. */
export type Actor = { readonly openid: string; readonly personId: string; readonly name: string };

export const BUILDINGS: readonly Building[] = [
  { buildingId: 'b01', name: '1号楼', gridId: 'g01', entrances: 2, floors: 6, doorsPerFloor: 2 },
  { buildingId: 'b02', name: '2号楼', gridId: 'g01', entrances: 1, floors: 11, doorsPerFloor: 2 },
  { buildingId: 'b03', name: '3号楼', gridId: 'g02', entrances: 3, floors: 6, doorsPerFloor: 2 },
];

export const COMMUNITY_ID = 'test-community';
export const OTHER_COMMUNITY_ID = 'other-community';

const base = (id: string, communityId: string, now: number, status: string) =>
  newRecord({ id, communityId, by: SYSTEM_ACTOR, now, status, move: 'seed' });

export const communityRecord = (communityId: string, now: number): Community => ({
  ...base(communityId, communityId, now, 'active'),
  status: 'active',
  name: '试验社区',
  subdistrict: '试验街道',
  address: '试验路1号',
  phone: '0371-67100001',
  replyWithinMinutes: 10,
  buildings: BUILDINGS,
  grids: [
    { gridId: 'g01', name: '第一网格', workerName: '王强' },
    { gridId: 'g02', name: '第二网格', workerName: '李芳' },
  ],
});

type Casting = {
  readonly openid: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly door?: readonly [buildingId: string, entrance: number, room: string];
  readonly communityId?: string;
  readonly gridIds?: readonly string[];
};

const CASTING = {
  auntieZhang: { openid: 'o-zhang', name: '张桂兰', roles: ['resident'], door: ['b01', 1, '101'] },
  uncleLi: { openid: 'o-li', name: '李建国', roles: ['resident'], door: ['b02', 1, '1102'] },
  zhangsHusband: { openid: 'o-zhang2', name: '刘志明', roles: ['resident'], door: ['b01', 1, '101'] },
  volunteerChen: {
    openid: 'o-chen',
    name: '陈晓',
    roles: ['resident', 'volunteer'],
    door: ['b03', 2, '302'],
  },
  volunteerHe: { openid: 'o-he', name: '何军', roles: ['resident', 'volunteer'], door: ['b03', 3, '602'] },
  gridWorkerWang: { openid: 'o-wang', name: '王强', roles: ['gridWorker'], gridIds: ['g01'] },
  staffZhao: { openid: 'o-zhao', name: '赵敏', roles: ['staff'] },
  staffQian: { openid: 'o-qian', name: '钱进', roles: ['staff'] },
  secretaryBai: { openid: 'o-bai', name: '白蕊', roles: ['secretary'] },
  otherStaff: {
    openid: 'o-other-staff',
    name: '外社区员',
    roles: ['staff'],
    communityId: OTHER_COMMUNITY_ID,
  },
  otherResident: {
    openid: 'o-other',
    name: '外社区居民',
    roles: ['resident', 'volunteer'],
    door: ['b01', 1, '101'],
    communityId: OTHER_COMMUNITY_ID,
  },
} as const satisfies Record<string, Casting>;

export type CastName = keyof typeof CASTING | 'newcomer';

const actorFrom = ({ openid, name }: Casting): Actor => ({ openid, name, personId: personIdOf(openid) });

/** `newcomer` is signed in and otherwise unknown. */
export const cast: Readonly<Record<CastName, Actor>> = {
  ...(Object.fromEntries(Object.entries(CASTING).map(([key, value]) => [key, actorFrom(value)])) as Record<
    keyof typeof CASTING,
    Actor
  >),
  newcomer: { openid: 'o-new', name: '新邻居', personId: personIdOf('o-new') },
};

export function personRecords(now: number): PersonRecord[] {
  return Object.values(CASTING).map((casting: Casting): PersonRecord => {
    const communityId = casting.communityId ?? COMMUNITY_ID;
    const common = {
      ...base(personIdOf(casting.openid), communityId, now, casting.door ? 'bound' : 'unbound'),
      openid: casting.openid,
      name: casting.name,
      face: 'f01',
      roles: casting.roles,
      sealedPhone: null,
      refusal: null,
      ...(casting.gridIds ? { gridIds: casting.gridIds } : {}),
    };
    if (!casting.door) return { ...common, status: 'unbound', home: null };
    const [buildingId, entrance, room] = casting.door;
    const building = BUILDINGS.find((other) => other.buildingId === buildingId);
    const home = building ? homeAt(building, entrance, room) : null;
    if (!home) throw new Error(`${casting.name} lives behind a door that does not exist`);
    return { ...common, status: 'bound', home, requestedAt: now };
  });
}
