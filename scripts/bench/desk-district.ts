import type { CloudBase } from '@cloudbase/node-sdk';
import { personIdOf } from '../../cloudfunctions/platform/caller';
import { THREAD_LIMITS, type Message, type MessageChunk, type Thread } from '../../domain/desk/thread.schema';
import { newRecord, SYSTEM_ACTOR, type RecordBase } from '../../domain/kernel/record';
import { MINUTE } from '../../domain/kernel/time';
import type { Home } from '../../domain/kernel/person';
import type { Role } from '../../domain/kernel/roles';
import type { PersonRecord } from '../../domain/people/people.schema';
import { buildDemoCommunity } from '../seed/demo-community';

type Database = ReturnType<CloudBase['database']>;

export type Neighbour = { readonly openid: string; readonly personId: string; readonly communityId: string };

const BATCH = 200;
const HOME: Home = {
  ...{ householdId: 'b01-1-101', buildingId: 'b01', gridId: 'g01', entrance: 1, room: '101' },
  label: '1号楼1单元101室',
};

export const communityIdOf = (n: number): string => `district-${String(n).padStart(3, '0')}`;
const neighbour = (communityId: string, name: string): Neighbour => {
  const openid = `bench-${communityId}-${name}`;
  return { openid, personId: personIdOf(openid), communityId };
};
/** Those who ask in a community, and the two who answer there. */
export const askersOf = (n: number, count: number): Neighbour[] =>
  Array.from({ length: count }, (_, i) => neighbour(communityIdOf(n), `asker-${i}`));
export const dutyOf = (n: number): Neighbour[] =>
  ['duty-a', 'duty-b'].map((name) => neighbour(communityIdOf(n), name));

/** Fills an empty database with communities of one size: their registers and people; nobody has asked anything yet. */
export async function seedDistrict(database: Database, communities: number, askers: number): Promise<void> {
  const now = Date.now();
  const [model] = buildDemoCommunity({ now, seal: (text) => text, personIdOf }).communities;
  const person = ({ openid, personId, communityId }: Neighbour, role: Role): PersonRecord => ({
    ...newRecord({ id: personId, communityId, by: SYSTEM_ACTOR, now, status: 'bound', move: 'seed' }),
    ...{ status: 'bound', openid, name: openid.slice(-12), face: 'f01', roles: [role] },
    ...{ sealedPhone: null, refusal: null, home: HOME, requestedAt: now },
  });
  const records: Record<'communities' | 'persons', RecordBase[]> = { communities: [], persons: [] };
  for (let n = 0; n < communities; n += 1) {
    const communityId = communityIdOf(n);
    if (model) records.communities.push({ ...model, _id: communityId, communityId });
    records.persons.push(
      ...askersOf(n, askers).map((asker) => person(asker, 'resident')),
      ...dutyOf(n).map((duty) => person(duty, 'staff')),
    );
  }
  for (const [name, rows] of Object.entries(records))
    for (let from = 0; from < rows.length; from += BATCH)
      await database.collection(name).add(rows.slice(from, from + BATCH));
}

/** A conversation of so many messages between the first asker of a community and one on duty. @returns its id. */
export async function seedTalk(database: Database, n: number, messageCount: number): Promise<string> {
  const [asker] = askersOf(n, 1);
  const [duty] = dutyOf(n);
  if (!asker || !duty) throw new Error('a community has people');
  const threadId = `talk-of-${messageCount}`;
  const { communityId } = asker;
  const { chunkSize } = THREAD_LIMITS;
  const startedAt = Date.now() - messageCount * MINUTE;
  const message = (seq: number): Message => ({
    ...{ messageId: `${threadId}-m${seq}`, seq, side: seq % 2 === 1 ? 'asker' : 'desk' },
    ...{ personId: seq % 2 === 1 ? asker.personId : duty.personId, name: '邻居', face: 'f01', photos: [] },
    ...{ text: `第${seq}句：楼道里的灯今天又看过一次，还请再来瞧瞧`, at: startedAt + seq * MINUTE },
  });
  const messages = (from: number, to: number): Message[] =>
    Array.from({ length: to - from }, (_, i) => message(from + i + 1));
  const filed = Math.floor((messageCount - 1) / chunkSize);
  for (let from = 0; from < filed; from += BATCH) {
    const chunks = Array.from({ length: Math.min(BATCH, filed - from) }, (_, i): MessageChunk => {
      const chunkNo = from + i + 1;
      const place = { _id: `${threadId}:${chunkNo}`, communityId, threadId, chunkNo };
      return { ...place, messages: messages((chunkNo - 1) * chunkSize, chunkNo * chunkSize) };
    });
    await database.collection('message_chunks').add(chunks);
  }
  const status = { status: 'taken', move: 'seed' } as const;
  const thread: Thread = {
    ...newRecord({ id: threadId, communityId, by: SYSTEM_ACTOR, now: Date.now(), ...status }),
    ...{ status: 'taken', taker: { personId: duty.personId, name: '值班', face: 'f01' } },
    ...{ askerId: asker.personId, askerName: '邻居', askerFace: 'f01', askerHomeLabel: null },
    ...{ title: '一直在说的事', link: null, askedAt: startedAt, replyWithinMinutes: 10, replyDueAt: null },
    ...{ firstRepliedAt: startedAt, messageCount, filedChunkCount: filed },
    ...{ tail: messages(filed * chunkSize, messageCount), askerReadSeq: messageCount, faqShown: [] },
  };
  await database.collection('threads').add(thread);
  return threadId;
}
