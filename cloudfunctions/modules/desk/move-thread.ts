import { err, ok, type Result } from '@domain/kernel/result';
import type { MoveError } from '@domain/kernel/workflow';
import type * as actions from '@domain/desk/desk.actions';
import { raised } from '@domain/desk/emergency.rules';
import { withPromise } from '@domain/desk/promise.rules';
import * as rules from '@domain/desk/thread.rules';
import type { Thread } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { DeskRepository } from './desk.repository';
import type { ToParts } from './message-parts';
import { extraWordsOf } from './raise-alarm';
import { toThreadPage } from './thread-views';
import type { PeopleRepository } from '../people';

/** Moves a thread the caller may see; to anyone else it does not exist. */
export async function moveThread<E extends string>(
  desk: DeskRepository,
  photos: Photos,
  caller: Caller,
  threadId: string,
  decide: (thread: Thread) => Result<Thread, E>,
) {
  const moved = await desk.threads.move(caller, threadId, (thread): Result<Thread, E | 'THREAD_NOT_FOUND'> =>
    rules.maySee(thread, caller.person) ? decide(thread) : err('THREAD_NOT_FOUND'),
  );
  return moved.ok ? ok(await toThreadPage(moved.value, caller.person, photos)) : moved;
}

type PlainMove =
  | typeof actions.confirmThread
  | typeof actions.reopenThread
  | typeof actions.withdrawThread
  | typeof actions.takeThread
  | typeof actions.resolveThread;

type Decide = (thread: Thread, person: Caller['person'], now: number) => Result<Thread, MoveError>;

const plainMove =
  (decide: Decide) =>
  (desk: DeskRepository, photos: Photos): Handler<PlainMove> =>
  (caller, { threadId }) =>
    moveThread(desk, photos, caller, threadId, (thread) => decide(thread, caller.person, caller.now));

export const confirmThread = plainMove(rules.confirm);
export const withdrawThread = plainMove(rules.withdraw);
export const reopenThread = plainMove(rules.reopen);
export const takeThread = plainMove(rules.take);
export const resolveThread = plainMove(rules.resolve);

export const takeOverThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.takeOverThread> =>
  (caller, { threadId }) =>
    moveThread(desk, photos, caller, threadId, (thread) => rules.takeOver(thread, caller.person, caller.now));

export const handBackThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.handBackThread> =>
  (caller, { threadId, reason }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      rules.handBack(thread, caller.person, reason, caller.now),
    );

export const replyInThread =
  (desk: DeskRepository, photos: Photos, toParts: ToParts): Handler<typeof actions.replyInThread> =>
  async (caller, { threadId, message, promiseDueAt }) => {
    const parts = await toParts(caller, message);
    if (!parts.ok) return parts;
    return moveThread(desk, photos, caller, threadId, (thread): Result<Thread, ReplyError> => {
      const messageId = newIdFor(caller, 'message');
      const replied = rules.reply(thread, caller.person, messageId, parts.value, caller.now);
      if (!replied.ok || promiseDueAt === undefined) return replied;
      const promiseId = newIdFor(caller, 'promise');
      const made = { promiseId, words: message.text || '见消息', dueAt: promiseDueAt };
      return withPromise(replied.value, caller.person, made, caller.now);
    });
  };

type ReplyError = MoveError | 'THREAD_CLOSED' | 'THREAD_MERGED' | 'PROMISE_TIME_WRONG' | 'TOO_MANY_PROMISES';

export const sayInThread =
  (
    desk: DeskRepository,
    people: PeopleRepository,
    photos: Photos,
    toParts: ToParts,
  ): Handler<typeof actions.sayInThread> =>
  async (caller, { threadId, message, soundsUrgent }) => {
    const register = soundsUrgent ? people.community(caller.person.communityId) : undefined;
    const [parts, community] = await Promise.all([toParts(caller, message, register), register]);
    if (!parts.ok) return parts;
    return moveThread(desk, photos, caller, threadId, (thread) => {
      const said = rules.say(thread, caller.person, newIdFor(caller, 'message'), parts.value, caller.now);
      // The community's own words came along with the question; they are read anew where the phone hears danger.
      const extra = community ? extraWordsOf(community) : [];
      return said.ok ? ok(raised(said.value, caller.person, message.text ?? '', extra, caller.now)) : said;
    });
  };
