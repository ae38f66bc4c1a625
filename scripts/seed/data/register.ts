import type { Grid } from '@domain/people/people.schema';
import type { Building } from '@domain/people/place';

/**
 * 锦绣城社区 as the newspaper describes it: 4,955 households of about 15,800 people, served by 13 staff. The register
 * counts doors, not people; `residentsAbout` is the head-count for whoever writes about the community.
 */
export const COMMUNITY = {
  communityId: 'jinxiucheng',
  name: '锦绣城社区',
  subdistrict: '棉纺路街道',
  address: '棉纺西路18号',
  /** No subscriber number begins with 0, so nobody's telephone rings when a visitor of the demo taps it. */
  phone: '0371-00000024',
  gasPhone: '0371-00000096',
  foundedOn: '2017-01-10',
  households: 4955,
  residentsAbout: 15800,
  replyWithinMinutes: 15,
} as const;

type Shape = Pick<Building, 'entrances' | 'floors' | 'doorsPerFloor'>;

const GARDEN_HOUSE: Shape = { entrances: 3, floors: 11, doorsPerFloor: 2 };
const MID_RISE: Shape = { entrances: 2, floors: 18, doorsPerFloor: 4 };
const HIGH_RISE_27: Shape = { entrances: 2, floors: 27, doorsPerFloor: 4 };
const HIGH_RISE_29: Shape = { entrances: 2, floors: 29, doorsPerFloor: 4 };
const HIGH_RISE_33: Shape = { entrances: 2, floors: 33, doorsPerFloor: 4 };
const SLIM_TOWER: Shape = { entrances: 1, floors: 33, doorsPerFloor: 3 };

type GridPlan = { readonly worker: string; readonly buildings: readonly Shape[] };

/** Grid by grid; buildings are numbered through in this order. */
const GRID_PLANS: readonly GridPlan[] = [
  { worker: '郑丽娟', buildings: [GARDEN_HOUSE, GARDEN_HOUSE, GARDEN_HOUSE, GARDEN_HOUSE, MID_RISE] },
  { worker: '马建华', buildings: [MID_RISE, MID_RISE, MID_RISE] },
  { worker: '安晓彤', buildings: [MID_RISE, HIGH_RISE_27] },
  { worker: '田春梅', buildings: [HIGH_RISE_27, HIGH_RISE_27] },
  { worker: '魏东升', buildings: [HIGH_RISE_27, HIGH_RISE_27] },
  { worker: '方红霞', buildings: [HIGH_RISE_27, HIGH_RISE_29] },
  { worker: '石磊', buildings: [HIGH_RISE_29, HIGH_RISE_33] },
  { worker: '姚秋菊', buildings: [HIGH_RISE_33, HIGH_RISE_33] },
  { worker: '邓海涛', buildings: [HIGH_RISE_33, HIGH_RISE_33] },
  { worker: '谢玉洁', buildings: [HIGH_RISE_33, HIGH_RISE_33] },
  { worker: '任志刚', buildings: [HIGH_RISE_33, SLIM_TOWER] },
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'] as const;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const GRIDS: readonly Grid[] = GRID_PLANS.map(({ worker }, index) => ({
  gridId: `g${twoDigits(index + 1)}`,
  name: `第${NUMERALS[index] ?? index + 1}网格`,
  workerName: worker,
}));

export const BUILDINGS: readonly Building[] = GRID_PLANS.flatMap(({ buildings }, index) =>
  buildings.map((shape) => ({ ...shape, gridId: `g${twoDigits(index + 1)}` })),
).map((building, index) => ({
  buildingId: `b${twoDigits(index + 1)}`,
  name: `${index + 1}号楼`,
  ...building,
}));

/** 楼门长, one for each building, in the order of the buildings. */
const STEWARD_NAMES: readonly string[] = [
  '崔玉兰',
  '段志军',
  '冯秀珍',
  '葛长河',
  '吴桂英',
  '郝建国',
  '蒋素芬',
  '孔庆祥',
  '梁凤琴',
  '毛新民',
  '倪淑华',
  '潘国庆',
  '邱爱华',
  '史文斌',
  '谭秋云',
  '万福来',
  '夏春兰',
  '熊保国',
  '严桂芝',
  '于德胜',
  '曾美玲',
  '章立新',
  '钟玉霞',
  '祝永强',
  '左慧芳',
  '卢明远',
];

export const STEWARDS: readonly { readonly building: Building; readonly name: string }[] = BUILDINGS.map(
  (building, index) => ({ building, name: STEWARD_NAMES[index] ?? '待推选' }),
);

/** @throws when the register has no such building. */
export function buildingOf(buildingId: string): Building {
  const building = BUILDINGS.find((candidate) => candidate.buildingId === buildingId);
  if (!building) throw new Error(`demo community: there is no building ${buildingId}`);
  return building;
}
