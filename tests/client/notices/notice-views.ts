import type { HouseholdReach, NoticeView, StaffNoticeView } from '@domain/notices/notice.schema';
import type { PlacesView } from '@domain/people/people.schema';

const HOUR = 3_600_000;

/** A notice in force that asks its reader for an answer; give what matters in a test. */
export const aNotice = (given: Partial<NoticeView> = {}): NoticeView => ({
  noticeId: 'n1',
  kind: 'water',
  level: 'yellow',
  title: '1号楼明天停水',
  body: '更换供水管道，施工期间停水。',
  whatToDo: '请提前存水。',
  issuer: '锦绣城社区',
  startsAt: Date.now() + HOUR,
  endsAt: Date.now() + 9 * HOUR,
  status: 'published',
  revision: 3,
  targetLabel: '1号楼',
  publishedAt: Date.now() - HOUR,
  revisedAt: null,
  cancelReason: null,
  myAnswer: null,
  canAnswer: true,
  moves: [],
  version: 4,
  ...given,
});

export const aStaffNotice = (
  given: Partial<NoticeView> = {},
  target: StaffNoticeView['target'] = { kind: 'places', buildingIds: ['b01'], gridIds: [] },
): StaffNoticeView => ({
  notice: aNotice({ canAnswer: false, moves: ['edit', 'discard', 'publish'], status: 'draft', ...given }),
  target,
  updatedAt: Date.now() - HOUR,
});

export const places: PlacesView = {
  buildings: [
    { buildingId: 'b01', name: '1号楼', gridId: 'g1', entrances: 2, floors: 6, doorsPerFloor: 2 },
    { buildingId: 'b02', name: '2号楼', gridId: 'g1', entrances: 1, floors: 11, doorsPerFloor: 2 },
    { buildingId: 'b03', name: '3号楼', gridId: 'g2', entrances: 3, floors: 6, doorsPerFloor: 2 },
  ],
  grids: [
    { gridId: 'g1', name: '第一网格', workerName: '王强' },
    { gridId: 'g2', name: '第二网格', workerName: '李芳' },
  ],
};

export const aHousehold = (room: string, given: Partial<HouseholdReach> = {}): HouseholdReach => ({
  householdId: `b01-1-${room}`,
  homeLabel: `1号楼1单元${room}室`,
  members: [],
  answer: null,
  note: '',
  recordedBy: null,
  ...given,
});
