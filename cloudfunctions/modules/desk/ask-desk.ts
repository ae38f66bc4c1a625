import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/desk.actions';
import * as rules from '@domain/desk/thread.rules';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { toThreadPage } from './thread-views';

/** Somebody asks. A repeated tap finds the thread the first one made. */
export const askDesk =
  (desk: DeskRepository, people: PeopleRepository, photos: Photos): Handler<typeof actions.askDesk> =>
  async (caller, { message, faqShown }) => {
    const { person, now } = caller;
    const id = newIdFor(caller, 'thread');
    const [community, recent] = await Promise.all([
      people.community(person.communityId),
      desk.ofAsker(person.communityId, person.personId, THREAD_LIMITS.openPerPerson + 1),
    ]);
    const waiting = recent.filter((thread) => thread.status === 'waiting' && thread._id !== id);
    if (waiting.length >= THREAD_LIMITS.openPerPerson) return err('TOO_MANY_OPEN_THREADS');

    const question = {
      id,
      messageId: newIdFor(caller, 'message'),
      message,
      faqShown: faqShown ?? [],
      replyWithinMinutes: community.replyWithinMinutes,
      link: null,
    };
    const stored = await desk.threads.insert(caller, rules.ask(person, question, now));
    return stored.ok ? ok(await toThreadPage(stored.value, person, photos)) : stored;
  };
