import type { InputOf } from '@domain/kernel/action';
import { ok } from '@domain/kernel/result';
import { DAY } from '@domain/kernel/time';
import type * as actions from '@domain/desk/matter.actions';
import * as promises from '@domain/desk/promise.rules';
import { toPromiseView } from '@domain/desk/promise.schema';
import * as closing from '@domain/desk/thread-closing.rules';
import * as waiting from '@domain/desk/thread-waiting.rules';
import type { Thread } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import type { DutyRepository } from './duty.repository';
import { moveThread } from './move-thread';
import { timesOf } from './wake-desk';

export const pauseThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.pauseThread> =>
  (caller, { threadId, reason, note, until }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      waiting.pause(thread, caller.person, { reason, note: note ?? '', until }, caller.now),
    );

export const resumeThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.resumeThread> =>
  (caller, { threadId }) =>
    moveThread(desk, photos, caller, threadId, (thread) => waiting.resume(thread, caller.person, caller.now));

export const makePromise =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.makePromise> =>
  (caller, { threadId, words, dueAt }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      promises.makePromise(
        thread,
        caller.person,
        { promiseId: newIdFor(caller, 'promise'), words, dueAt },
        caller.now,
      ),
    );

type EndPromise = typeof actions.keepPromise | typeof actions.breakPromise;
const endPromise =
  (move: 'keep' | 'breakOff') =>
  (desk: DeskRepository, photos: Photos): Handler<EndPromise> =>
  (caller, { threadId, promiseId, note }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      promises.movePromise(thread, caller.person, promiseId, { move, note: note ?? '' }, caller.now),
    );
export const keepPromise = endPromise('keep');
export const breakPromise = endPromise('breakOff');

export const postponePromise =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.postponePromise> =>
  (caller, { threadId, promiseId, note, dueAt }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      promises.movePromise(
        thread,
        caller.person,
        promiseId,
        { move: 'postpone', note: note ?? '', dueAt },
        caller.now,
      ),
    );

const whoOf = ({ askerName, askerHomeLabel }: Thread): string =>
  askerHomeLabel ? `${askerName} ${askerHomeLabel}` : askerName;

/** Open promises of the whole desk, the next one due first. */
export const listPromises =
  (duty: DutyRepository): Handler<typeof actions.listPromises> =>
  async ({ person }) => {
    const threads = await duty.withOpenPromises(person.communityId);
    const items = threads.flatMap((thread) =>
      (thread.promises ?? [])
        .filter(({ status }) => status === 'made')
        .map((promise) => ({
          threadId: thread._id,
          title: thread.title,
          who: whoOf(thread),
          promise: toPromiseView(promise),
        })),
    );
    return ok({ items: items.sort((a, b) => a.promise.dueAt - b.promise.dueAt) });
  };

type Rated = InputOf<typeof actions.rateThread>['rating'];
const ratingFrom = (rating: Rated) => rating && { score: rating.score, note: rating.note ?? '' };

export const rateThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.rateThread> =>
  (caller, { threadId, rating }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      closing.confirmRated(thread, caller.person, ratingFrom(rating), caller.now),
    );

export const followUpThread =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.followUpThread> =>
  (caller, { threadId, outcome, note, rating }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      closing.followUp(
        thread,
        caller.person,
        {
          outcome,
          note: note ?? '',
          rating: ratingFrom(rating),
        },
        caller.now,
      ),
    );

const ENDED_WITHIN = 30 * DAY;

/** Whom to call, the longest silence first, and how matters ended lately. */
export const listFollowUps =
  (desk: DeskRepository, people: PeopleRepository): Handler<typeof actions.listFollowUps> =>
  async ({ person, now }) => {
    const { communityId } = person;
    const [community, resolved, ended] = await Promise.all([
      people.community(communityId),
      desk.resolvedIn(communityId),
      desk.endedSince(communityId, now - ENDED_WITHIN),
    ]);
    const { followUpAfterDays } = timesOf(community);
    const count = (test: (thread: Thread) => boolean) => ended.filter(test).length;
    return ok({
      items: resolved.flatMap((thread) =>
        thread.status === 'resolved' && closing.wantsFollowUp(thread, followUpAfterDays, now)
          ? [
              {
                threadId: thread._id,
                title: thread.title,
                who: whoOf(thread),
                resolvedAt: thread.resolvedAt,
                takerName: thread.taker.name,
              },
            ]
          : [],
      ),
      ended: {
        fixedCount: count(({ status }) => status === 'confirmed'),
        closedCount: count(({ status }) => status === 'closed'),
        goodCount: count(({ rating }) => rating?.score === 'good'),
        fairCount: count(({ rating }) => rating?.score === 'fair'),
        badCount: count(({ rating }) => rating?.score === 'bad'),
      },
    });
  };
