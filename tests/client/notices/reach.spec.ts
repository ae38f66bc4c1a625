import type { HouseholdReach, ReachRow } from '@domain/notices/notice.schema';
import { buildingsByUrgency, countIn, filtered, reachShares } from '@/features/notices/reach';

const home = (room: string, answer: HouseholdReach['answer']): HouseholdReach => ({
  householdId: `b01-1-${room}`,
  homeLabel: `1号楼1单元${room}室`,
  members: [],
  answer,
  note: '',
  recordedBy: null,
});
const row = (name: string, counts: Partial<ReachRow>): ReachRow => ({
  buildingId: name,
  name,
  householdCount: 100,
  onAppCount: 30,
  acknowledgedCount: 0,
  needsHelpCount: 0,
  notReachedCount: 0,
  ...counts,
});

describe('who is not reached yet', () => {
  const homes = [home('101', 'acknowledged'), home('102', null), home('201', 'needsHelp'), home('202', null)];

  it('puts those who need help first, then those nobody heard from, door by door', () => {
    expect(filtered(homes, 'all', '').map(({ householdId }) => householdId)).toEqual([
      'b01-1-201',
      'b01-1-102',
      'b01-1-202',
      'b01-1-101',
    ]);
  });

  it('finds a door by its number while somebody is on the phone', () => {
    expect(filtered(homes, 'all', ' 202 ').map(({ homeLabel }) => homeLabel)).toEqual(['1号楼1单元202室']);
    expect(filtered(homes, 'acknowledged', '202')).toEqual([]);
  });

  it('counts every household in exactly one state', () => {
    expect(countIn(homes, 'needsHelp') + countIn(homes, 'notReached') + countIn(homes, 'acknowledged')).toBe(
      countIn(homes, 'all'),
    );
  });

  it('lists first the building where somebody needs help, then the one with most doors to knock at', () => {
    const rows = [
      row('quiet', { notReachedCount: 5 }),
      row('silent', { notReachedCount: 90 }),
      row('in need', { needsHelpCount: 1, notReachedCount: 2 }),
    ];
    expect(buildingsByUrgency(rows).map(({ name }) => name)).toEqual(['in need', 'silent', 'quiet']);
  });
});

describe('the bar', () => {
  it('is as long as the part of all households that answered, and never longer', () => {
    const counts = { householdCount: 320, acknowledgedCount: 79, needsHelpCount: 1, notReachedCount: 240 };
    expect(reachShares(counts)).toEqual({ acknowledged: 24.69, needsHelp: 0.31, notReached: 75 });
  });

  it('is empty where there are no households', () => {
    const counts = { householdCount: 0, acknowledgedCount: 0, needsHelpCount: 0, notReachedCount: 0 };
    expect(reachShares(counts)).toEqual({ acknowledged: 0, needsHelp: 0, notReached: 0 });
  });
});
