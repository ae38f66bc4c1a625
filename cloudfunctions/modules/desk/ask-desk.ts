import { err, ok } from '@domain/kernel/result';
import { askedFor } from '@domain/desk/asked-for';
import type * as actions from '@domain/desk/desk.actions';
import { raised } from '@domain/desk/emergency.rules';
import * as rules from '@domain/desk/thread.rules';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { findHelped } from './find-helped';
import type { ToParts } from './message-parts';
import { extraWordsOf } from './raise-alarm';
import { toThreadPage } from './thread-views';

/** Somebody asks. A repeated tap finds the thread the first one made. */
export const askDesk =
  (
    desk: DeskRepository,
    people: PeopleRepository,
    photos: Photos,
    toParts: ToParts,
  ): Handler<typeof actions.askDesk> =>
  async (caller, { message, faqShown, helpFor }) => {
    const { person, now } = caller;
    const id = newIdFor(caller, 'thread');
    const register = people.community(person.communityId);
    const [community, parts, recent, helped] = await Promise.all([
      register,
      toParts(caller, message, register),
      desk.ofAsker(person.communityId, person.personId, THREAD_LIMITS.openPerPerson + 1),
      helpFor === undefined ? null : findHelped(people, person, helpFor),
    ]);
    if (helped && !helped.ok) return helped;
    if (!parts.ok) return parts;
    const waiting = recent.filter((thread) => thread.status === 'waiting' && thread._id !== id);
    if (waiting.length >= THREAD_LIMITS.openPerPerson) return err('TOO_MANY_OPEN_THREADS');

    const question = {
      id,
      messageId: newIdFor(caller, 'message'),
      message: parts.value,
      faqShown: faqShown ?? [],
      replyWithinMinutes: community.replyWithinMinutes,
      link: null,
    };
    const asked = raised(
      rules.ask(person, question, now),
      person,
      message.text ?? '',
      extraWordsOf(community),
      now,
    );
    const stored = await desk.threads.insert(caller, helped ? askedFor(asked, helped.value.name) : asked);
    return stored.ok ? ok(await toThreadPage(stored.value, person, photos)) : stored;
  };
