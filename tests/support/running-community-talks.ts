import { newRecord, SYSTEM_ACTOR } from '@domain/kernel/record';
import { MINUTE } from '@domain/kernel/time';
import { THREAD_LIMITS, type Message, type MessageChunk, type Thread } from '@domain/desk/thread.schema';
import type { Database } from '@cloud/platform/database';
import { cast, COMMUNITY_ID, type Actor } from './cast';

const { auntieZhang, staffZhao } = cast;
const { chunkSize } = THREAD_LIMITS;

/** The thread with so many messages; see `seedTalks`. */
export const talkId = (messageCount: number): string => `talk-of-${messageCount}`;

const PIECES = ['楼道灯', '水压', '暖气', '电梯', '垃圾桶', '快递柜', '门禁', '路灯', '雨水管', '停车位'];

const messageAt = (threadId: string, seq: number, at: number): Message => {
  const side = seq % 2 === 1 ? 'asker' : 'desk';
  const { personId, name }: Actor = side === 'asker' ? auntieZhang : staffZhao;
  return {
    messageId: `${threadId}-m${seq}`,
    seq,
    side,
    personId,
    name,
    face: side === 'asker' ? 'f01' : 'f02',
    text: `第${seq}句：${PIECES[seq % PIECES.length] ?? ''}的事今天又看过一次，还请再来瞧瞧`,
    photos: [],
    at,
  };
};

/** A talk between 张桂兰 and 赵敏 that has gone on for so many messages, one a minute, the last one a minute ago. */
async function seedTalk(database: Database, now: number, messageCount: number): Promise<void> {
  const threadId = talkId(messageCount);
  const messages = Array.from({ length: messageCount }, (_, index) =>
    messageAt(threadId, index + 1, now - (messageCount - index) * MINUTE),
  );
  const filedChunkCount = Math.floor((messageCount - 1) / chunkSize);
  const chunks = database.collection<MessageChunk>('message_chunks');
  for (let no = 1; no <= filedChunkCount; no += 1) {
    await chunks.insert({
      _id: `${threadId}:${no}`,
      communityId: COMMUNITY_ID,
      threadId,
      chunkNo: no,
      messages: messages.slice((no - 1) * chunkSize, no * chunkSize),
    });
  }
  const thread: Thread = {
    ...newRecord({
      id: threadId,
      communityId: COMMUNITY_ID,
      by: SYSTEM_ACTOR,
      now,
      status: 'taken',
      move: 'seed',
    }),
    status: 'taken',
    taker: { personId: staffZhao.personId, name: staffZhao.name, face: 'f02' },
    askerId: auntieZhang.personId,
    askerName: auntieZhang.name,
    askerFace: 'f01',
    askerHomeLabel: '1号楼1单元101室',
    title: '一直在说的事',
    link: null,
    askedAt: messages[0]?.at ?? now,
    replyWithinMinutes: 10,
    replyDueAt: null,
    firstRepliedAt: messages[1]?.at ?? now,
    messageCount,
    filedChunkCount,
    tail: messages.slice(filedChunkCount * chunkSize),
    askerReadSeq: messageCount,
    faqShown: [],
  };
  await database.collection<Thread>('threads').insert(thread);
}

export async function seedTalks(database: Database, now: number, lengths: readonly number[]): Promise<void> {
  for (const messageCount of lengths) await seedTalk(database, now, messageCount);
}
