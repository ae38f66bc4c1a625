import type { Link } from '@domain/kernel/link';
import type { Person } from '@domain/kernel/person';
import { MINUTE } from '@domain/kernel/time';
import { afterFiling, chunkToFile, seenByAsker } from '@domain/desk/thread-messages';
import { confirmRated, type RatingGiven } from '@domain/desk/thread-closing.rules';
import { placed } from '@domain/desk/message-place';
import * as rules from '@domain/desk/thread.rules';
import { THREAD_LIMITS, type MessageChunk, type Thread } from '@domain/desk/thread.schema';
import { BUILDINGS, COMMUNITY } from '../data/register';
import type { Beat } from '../data/stories';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';

const { replyWithinMinutes } = COMMUNITY;

export type Opening = {
  readonly id: string;
  readonly messageId?: string;
  readonly asker: Person;
  readonly words: string;
  readonly at: number;
  readonly faqShown?: readonly string[];
  readonly link?: Link;
};

export type Conversation = { readonly thread: Thread; readonly chunks: readonly MessageChunk[] };

/** A conversation in progress: who is there, and what time it has become. */
type Stage = Conversation & { readonly asker: Person; readonly taker: Person | null; readonly at: number };

/** Plays a conversation by the rules of the desk, as far as it has come by now. What lies ahead has not been said. */
export function converse(
  opening: Opening,
  beats: readonly Beat[],
  staff: DeskStaff,
  now: number,
): Conversation {
  const { id, messageId = `${id}-m1`, asker, words, at, faqShown = [], link = null } = opening;
  const question = { id, messageId, message: { text: words }, faqShown, replyWithinMinutes, link };
  const start: Stage = { thread: rules.ask(asker, question, at), chunks: [], asker, taker: null, at };
  const end = beats.reduce((stage, beat) => {
    const next = stage.at + beat[1] * MINUTE;
    // Once a step lies ahead, so do all that follow it.
    return next > now ? { ...stage, at: Infinity } : withFiled(play({ ...stage, at: next }, beat, staff));
  }, start);
  return { thread: lapsed(end.thread, now), chunks: end.chunks };
}

function play(stage: Stage, beat: Beat, staff: DeskStaff): Stage {
  const { thread, asker, at } = stage;
  const step = `${thread._id}: ${beat[0]}`;
  const place = beat[3] && allowed(placed(beat[3], asker.home, BUILDINGS), step);
  const message = { text: beat[2] ?? '', place };
  const messageId = `${thread._id}-m${thread.messageCount + 1}`;
  const taker = stage.taker ?? onDuty(staff, at, thread.messageCount);
  const successor = onDuty(staff, at, taker.personId === onDuty(staff, at, 0).personId ? 1 : 0);
  const plays: Readonly<Record<Beat[0], () => Stage>> = {
    asker: () => {
      const said = allowed(rules.say(thread, asker, messageId, message, at), step);
      return { ...stage, thread: said, taker: said.taker ? stage.taker : null };
    },
    desk: () => {
      const seen = seenByAsker(thread, thread.messageCount);
      return { ...stage, taker, thread: allowed(rules.reply(seen, taker, messageId, message, at), step) };
    },
    take: () => ({ ...stage, taker, thread: allowed(rules.take(thread, taker, at), step) }),
    takeOver: () => ({
      ...stage,
      taker: successor,
      thread: allowed(rules.takeOver(thread, successor, at), step),
    }),
    handBack: () => ({
      ...stage,
      taker: null,
      thread: allowed(rules.handBack(thread, taker, message.text, at), step),
    }),
    resolve: () => ({ ...stage, thread: allowed(rules.resolve(thread, taker, at), step) }),
    confirm: () => {
      const confirmed = allowed(confirmRated(thread, asker, ratingOf(thread._id), at), step);
      return { ...stage, thread: seenByAsker(confirmed, confirmed.messageCount) };
    },
    reopen: () => ({
      ...stage,
      taker: null,
      thread: allowed(rules.reopen(thread, asker, at), step),
    }),
    withdraw: () => {
      const withdrawn = allowed(rules.withdraw(thread, asker, at), step);
      return { ...stage, thread: seenByAsker(withdrawn, withdrawn.messageCount) };
    },
  };
  return plays[beat[0]]();
}

/** Most are content, a few are not, and some do not say; the same for the same conversation. */
function ratingOf(threadId: string): RatingGiven | null {
  const lot = [...threadId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 12;
  if (lot < 2) return null;
  if (lot === 2) return { score: 'bad', note: '等得有点久' };
  return { score: lot < 5 ? 'fair' : 'good', note: '' };
}

const onDuty = (staff: DeskStaff, at: number, turn: number): Person =>
  staff.onDutyAt(at)[turn % 2 === 0 ? 0 : 1];

/** The relay's part: twenty old messages go into a document of their own as soon as the thread asks for it. */
function withFiled(stage: Stage): Stage {
  const { thread } = stage;
  const chunkNo = thread.filedChunkCount + 1;
  const messages = thread.outbox.length > 0 ? chunkToFile(thread, chunkNo) : null;
  if (!messages) return stage;
  const { _id: threadId, communityId } = thread;
  const chunk: MessageChunk = { _id: `${threadId}:${chunkNo}`, communityId, threadId, chunkNo, messages };
  return {
    ...stage,
    chunks: [...stage.chunks, chunk],
    thread: { ...afterFiling(thread), outbox: [], outboxDueAt: null },
  };
}

/** The timer's part: what nobody confirmed in seven days has ended. */
function lapsed(thread: Thread, now: number): Thread {
  if (thread.status !== 'resolved') return thread;
  const at = thread.resolvedAt + THREAD_LIMITS.confirmWithin;
  if (at > now) return thread;
  const ended = allowed(rules.lapse(thread, at), `${thread._id}: lapse`);
  return seenByAsker(ended, ended.messageCount);
}
