import { newRecord, SYSTEM_ACTOR, type RecordBase } from '@domain/kernel/record';
import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import type { DutyShift } from '@domain/desk/duty.schema';
import type { FaqEntry } from '@domain/desk/faq.schema';
import type { PersonRecord } from '@domain/people/people.schema';
import { homesIn } from '@domain/people/place';
import { personIdOf } from '@cloud/platform/caller';
import type { Database } from '@cloud/platform/database';
import { BUILDINGS, cast, COMMUNITY_ID, communityRecord, personRecords, type Actor } from './cast';
import { crowd } from './running-community-crowd';

const base = (id: string, now: number, status: string): RecordBase =>
  newRecord({ id, communityId: COMMUNITY_ID, by: SYSTEM_ACTOR, now, status, move: 'seed' });

const shift = (startsAt: number, people: readonly Actor[]): DutyShift => ({
  ...base(`shift-${startsAt}`, startsAt, 'planned'),
  status: 'planned',
  startsAt,
  endsAt: startsAt + DAY,
  people: people.map(({ personId, name }) => ({ personId, name, face: 'f01' })),
});

/** 赵敏 and 钱进 are on duty now, whenever that is; the secretary and 赵敏 come next. Shifts change at 08:00. */
export function dutyShifts(now: number): DutyShift[] {
  const today = startOfDay(now) + 8 * HOUR;
  const current = now < today ? today - DAY : today;
  return [
    shift(current, [cast.staffZhao, cast.staffQian]),
    shift(current + DAY, [cast.secretaryBai, cast.staffZhao]),
  ];
}

const faq = (id: string, question: string, answer: string, keywords: string[], now: number): FaqEntry => ({
  ...base(id, now, 'published'),
  status: 'published',
  question,
  answer,
  keywords,
  owner: { personId: cast.staffZhao.personId, name: '赵敏' },
  source: '社区居委会',
  reviewOn: '2099-12-31',
  helpedCount: 0,
  helpedBefore: 0,
  origin: { kind: 'written' },
  askedCount: 0,
  askedIn: [],
  searchKeys: [],
});

const faqEntries = (now: number): FaqEntry[] => [
  faq(
    'faq-heating',
    '暖气不热怎么办',
    '先看进户阀门是否打开；仍不热请留言，物业当天上门。',
    ['暖气', '供暖'],
    now,
  ),
  faq('faq-dogs', '养狗怎么登记', '带身份证和免疫证明到派出所办理养犬登记。', ['养狗', '狗证'], now),
  faq('faq-dancing', '广场舞太吵怎么办', '21点后请停止，仍有噪声可告诉值班人员。', ['广场舞', '噪声'], now),
];

function crowdRecords(count: number, now: number): PersonRecord[] {
  const homes = BUILDINGS.flatMap(homesIn);
  return crowd(count).map((actor, index): PersonRecord => {
    const home = homes[index % homes.length];
    if (!home) throw new Error('the cast has no homes');
    return {
      ...base(personIdOf(actor.openid), now, 'bound'),
      status: 'bound',
      openid: actor.openid,
      name: actor.name,
      face: 'f02',
      roles: ['resident', 'volunteer'],
      sealedPhone: null,
      refusal: null,
      home,
      requestedAt: now,
    };
  });
}

/** Fills an empty database through the SDK; one that was filled before is left as it is. */
export async function seedCommunity(database: Database, now: number, crowdCount: number): Promise<void> {
  if (await database.collection('communities').get(COMMUNITY_ID)) return;
  const insertAll = async (name: string, records: readonly RecordBase[]) => {
    for (const record of records) await database.collection<RecordBase>(name).insert(record);
  };
  await insertAll('persons', [
    ...personRecords(now).filter((person) => person.communityId === COMMUNITY_ID),
    ...crowdRecords(crowdCount, now),
  ]);
  await insertAll('duty_shifts', dutyShifts(now));
  await insertAll('faq_entries', faqEntries(now));
  await insertAll('communities', [communityRecord(COMMUNITY_ID, now)]);
}
