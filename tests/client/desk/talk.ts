import type { MessageView, ThreadCard, ThreadPage } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';

/** 2026-11-22 02:10 in China. */
export const ASKED_AT = Date.UTC(2026, 10, 21, 18, 10);

export const aMessage = (seq: number, part: Partial<MessageView> = {}): MessageView => ({
  messageId: `m${seq}`,
  seq,
  side: 'asker',
  name: '张桂兰',
  face: 'f01',
  isMine: true,
  text: `第${seq}句`,
  photos: [],
  at: ASKED_AT + seq * 1000,
  ...part,
});

export const aThread = (part: Partial<ThreadCard> = {}): ThreadCard => ({
  threadId: 't1',
  title: '暖气不热',
  status: 'waiting',
  moves: ['withdraw'],
  canWrite: true,
  askedAt: ASKED_AT,
  replyDueAt: ASKED_AT + 10 * MINUTE,
  firstRepliedAt: null,
  taker: null,
  lastText: '暖气不热',
  lastSide: 'asker',
  lastAt: ASKED_AT,
  unreadCount: 0,
  messageCount: 1,
  link: null,
  asker: null,
  version: 1,
  updatedAt: ASKED_AT,
  ...part,
});

/** A page with the messages `from`…`to`, in the version of its newest message. */
export const aPage = (from: number, to: number, part: Partial<ThreadPage> = {}): ThreadPage => ({
  thread: aThread({ version: to, messageCount: to }),
  messages: Array.from({ length: to - from + 1 }, (_, index) => aMessage(from + index)),
  filedChunkCount: Math.floor((from - 1) / 20),
  ...part,
});

const someone = (personId: string, name: string) => ({ personId, name, face: 'f01' });

export const theDuty = {
  now: {
    shiftId: 's1',
    startsAt: ASKED_AT - 60 * MINUTE,
    endsAt: ASKED_AT + 380 * MINUTE,
    people: [someone('p1', '宋雅琴'), someone('p2', '马骏')],
  },
  next: {
    shiftId: 's2',
    startsAt: ASKED_AT + 380 * MINUTE,
    endsAt: ASKED_AT + 1820 * MINUTE,
    people: [someone('p3', '何佳'), someone('p4', '白蕊')],
  },
  secretary: someone('p4', '白蕊'),
  phone: '0371-66668888',
  replyWithinMinutes: 10,
};
