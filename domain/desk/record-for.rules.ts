import type { Home, Person } from '../kernel/person';
import { actorOf, newRecord, withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import type { MoveError } from '../kernel/workflow';
import { withOpening } from './asked-for';
import { CHANNEL_WORDS, type Channel } from './casework.schema';
import { raised } from './emergency.rules';
import type { ExtraWord } from './emergency';
import { withSystemLine } from './thread-messages';
import { ask, reply, resolve } from './thread.rules';
import type { Thread } from './thread.schema';

export type Told = {
  readonly id: string;
  readonly messageId: string;
  readonly answerId: string;
  readonly channel: Channel;
  /** Whoever uses the app and is the asker; else null, and it belongs to the household or, without one, to nobody yet. */
  readonly member: Person | null;
  readonly home: Home | null;
  readonly callerName: string;
  readonly sealedPhone: string | null;
  readonly text: string;
  /** What staff said at once; empty when the matter is still open. */
  readonly answer: string;
  readonly isResolved: boolean;
  readonly replyWithinMinutes: number;
  readonly extraWords: readonly ExtraWord[];
};

/** A household, or a caller without one, in the place of an asker. Nobody signs in as one of these. */
export const householdAsker = (householdId: string): string => `home:${householdId}`;
const callerAsker = (threadId: string): string => `caller:${threadId}`;
export const isWithoutApp = ({ askerId }: Pick<Thread, 'askerId'>): boolean =>
  /^(home|caller):/.test(askerId);

/**
 * Staff write down what somebody said at the telephone, at the door or in a group (代录). The clock of the first reply
 * runs from now; with an answer it has been given already. Words of danger raise the alarm as typed ones do.
 */
export function recordFor(
  staff: Person,
  told: Told,
  now: number,
): Result<Thread, MoveError | 'THREAD_CLOSED' | 'THREAD_MERGED'> {
  const asker = told.member ?? standIn(staff.communityId, told);
  if (asker.personId === staff.personId) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const { id, messageId, text, replyWithinMinutes } = told;
  const question = { id, messageId, message: { text }, faqShown: [], replyWithinMinutes, link: null };
  const opened = withOpening(
    ask(asker, question, now),
    `${staff.name}代录（${CHANNEL_WORDS[told.channel]}）`,
  );
  const recorded = raised(signed(opened, staff, told, now), asker, text, told.extraWords, now);
  if (told.answer === '') return ok(recorded);
  const answered = reply(recorded, staff, told.answerId, { text: told.answer }, now);
  return answered.ok && told.isResolved ? resolve(answered.value, staff, now) : answered;
}

/** Whoever recorded it stands first in its history; the household has read nothing of it yet. */
function signed(thread: Thread, staff: Person, told: Told, now: number): Thread {
  const { channel, home, sealedPhone, callerName, member } = told;
  const { history } = newRecord({
    id: thread._id,
    communityId: thread.communityId,
    by: staff,
    now,
    status: 'waiting',
    move: 'record',
    note: CHANNEL_WORDS[channel],
  });
  return {
    ...thread,
    history,
    askerReadSeq: 0,
    recorded: {
      channel,
      by: actorOf(staff),
      at: now,
      callerName: member ? '' : callerName,
      sealedPhone: member ? null : sealedPhone,
      householdId: member?.home?.householdId ?? home?.householdId ?? null,
    },
  };
}

function standIn(communityId: string, { id, home, callerName }: Told): Person {
  const personId = home ? householdAsker(home.householdId) : callerAsker(id);
  const name = callerName === '' ? '这户居民' : callerName;
  return { personId, communityId, name, face: 'neighbour', roles: [], home };
}

/** Somebody of the household uses the app now and is the one who called, or staff say that it is theirs. */
export function giveTo(
  thread: Thread,
  member: Person,
  by: { readonly personId: string; readonly name: string },
  now: number,
): Result<Thread, MoveError> {
  const { recorded } = thread;
  if (!recorded || !isWithoutApp(thread) || thread.status === 'merged')
    return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const isOfHousehold = member.home !== null && member.home.householdId === recorded.householdId;
  if (!isOfHousehold || member.communityId !== thread.communityId || member.personId === by.personId) {
    return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  }
  const traced = withTrace(thread, { move: 'give', by, now, note: member.name });
  const given: Thread = {
    ...traced,
    updatedAt: now,
    askerId: member.personId,
    askerName: member.name,
    askerFace: member.face,
    askerReadSeq: 0,
  };
  return ok(withSystemLine(given, `${member.name}现在可以在手机上看这件事了`, now));
}

/** Whether a newly confirmed member of the household is the one who called, by their name or their number. */
export const isTheirCall = (
  { recorded }: Pick<Thread, 'recorded'>,
  member: { readonly name: string; readonly phone: string | null },
  phoneOfCaller: string | null,
): boolean =>
  recorded !== undefined &&
  (recorded.callerName === member.name || (phoneOfCaller !== null && phoneOfCaller === member.phone));

/** Somebody at the desk asks for the caller's number; the history says who, and when. */
export function lookAtCaller(thread: Thread, by: Person, now: number): Result<Thread, 'PERSON_HAS_NO_PHONE'> {
  if (!thread.recorded?.sealedPhone) return err('PERSON_HAS_NO_PHONE');
  return ok(withTrace(thread, { move: 'lookAtContact', by, now }));
}
