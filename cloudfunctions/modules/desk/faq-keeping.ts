import type { Actor } from '@domain/kernel/record';
import { err, ok, type Result } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import { dateOn } from '@domain/kernel/time';
import type * as actions from '@domain/desk/faq-keeping.actions';
import { maskPersonal } from '@domain/desk/faq-mask';
import * as rules from '@domain/desk/faq.rules';
import { FAQ_LIMITS, type FaqEntry } from '@domain/desk/faq.schema';
import { searchKeysFor } from '@domain/desk/thread-search';
import type { Thread } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import type { FaqThreads } from './faq-threads.repository';
import { toFaqCard, toFaqSheet } from './faq-views';
import type { FaqRepository } from './faq.repository';

export type Keeping = {
  readonly faq: FaqRepository;
  readonly threads: FaqThreads;
  readonly people: PeopleRepository;
  readonly desk: DeskRepository;
};

export const listFaqForStaff =
  ({ faq }: Keeping): Handler<typeof actions.listFaqForStaff> =>
  async ({ person, now }, { filter, query, cursor }) => {
    const keys = query ? searchKeysFor(query) : [];
    if (query && keys.length === 0) return ok({ items: [], nextCursor: null });
    const today = dateOn(now);
    const decoded = decodeCursor(cursor);
    const rows = await faq.forStaff(person.communityId, { filter, keys, today, cursor: decoded });
    if (filter === 'overdue')
      return ok({ items: rows.map((entry) => toFaqCard(entry, today)), nextCursor: null });
    const page = pageFrom(rows, 20, ({ _id, updatedAt, askedCount }) => ({
      at: filter === 'asked' ? askedCount : updatedAt,
      id: _id,
    }));
    return ok({ ...page, items: page.items.map((entry) => toFaqCard(entry, today)) });
  };

const sheetOf = async ({ threads }: Keeping, { person, now }: Caller, entry: FaqEntry) =>
  toFaqSheet(entry, person, dateOn(now), await threads.countRefusals(person.communityId, entry._id));

export const openFaq =
  (keeping: Keeping): Handler<typeof actions.openFaq> =>
  async (caller, { faqId }) => {
    const loaded = await keeping.faq.entries.load(caller, faqId);
    return loaded.ok ? ok(await sheetOf(keeping, caller, loaded.value)) : loaded;
  };

export const listFaqOwners =
  ({ people }: Keeping): Handler<typeof actions.listFaqOwners> =>
  async ({ person }) => {
    const staff = await people.staff(person.communityId);
    return ok({ items: staff.map(({ _id, name }) => ({ personId: _id, name })) });
  };

/** Who keeps an entry true: somebody on the staff of the caller's community. */
async function ownerFrom(
  { people }: Keeping,
  caller: Caller,
  ownerId: string,
): Promise<Result<Actor, 'FAQ_OWNER_NOT_STAFF'>> {
  const owner = await people.collection.get(ownerId);
  const isOfStaff = owner !== null && owner.communityId === caller.person.communityId && isStaff(owner);
  return isOfStaff ? ok({ personId: owner._id, name: owner.name }) : err('FAQ_OWNER_NOT_STAFF');
}

const threadOf = async ({ desk }: Keeping, caller: Caller, threadId: string) => {
  const loaded = await desk.threads.load(caller, threadId);
  return loaded.ok ? loaded : err('FAQ_THREAD_NOT_FOUND');
};

/** The people a thread names: whoever asked and whoever said something. */
const namesIn = (thread: Thread): string[] => [
  ...new Set([thread.askerName, ...thread.tail.map(({ name }) => name)]),
];

const cut = (text: string, max: number): string => [...text].slice(0, max).join('');

/** Question and answer out of a thread, with personal details taken out, for staff to edit before anything is stored. */
export const proposeFaq =
  (keeping: Keeping): Handler<typeof actions.proposeFaq> =>
  async (caller, { threadId }) => {
    const loaded = await threadOf(keeping, caller, threadId);
    if (!loaded.ok) return loaded;
    const thread = loaded.value;
    const names = namesIn(thread);
    const said = thread.tail
      .filter(({ side, text }) => side === 'desk' && text !== '')
      .map(({ text }) => text);
    const question = maskPersonal(thread.title, names);
    const answer = maskPersonal(said.join('\n'), names);
    return ok({
      question: cut(question.text, FAQ_LIMITS.questionMax),
      answer: cut(answer.text, FAQ_LIMITS.answerMax),
      maskedCount: question.maskedCount + answer.maskedCount,
    });
  };

export const draftFaq =
  (keeping: Keeping): Handler<typeof actions.draftFaq> =>
  async (caller, { entry, threadId }) => {
    const owner = await ownerFrom(keeping, caller, entry.ownerId);
    if (!owner.ok) return owner;
    const id = newIdFor(caller, 'faq');
    if (threadId !== undefined) {
      const thread = await threadOf(keeping, caller, threadId);
      if (!thread.ok) return thread;
      const made = thread.value.faqId;
      if (made !== undefined && made !== id) return err('FAQ_ALREADY_MADE');
    }
    const origin = threadId ? ({ kind: 'thread', threadId } as const) : ({ kind: 'written' } as const);
    const stored = await keeping.faq.entries.insert(
      caller,
      rules.draft(caller.person, owner.value, id, entry, origin, caller.now),
    );
    return stored.ok ? ok(await sheetOf(keeping, caller, stored.value)) : stored;
  };

type Decide<E extends string> = (entry: FaqEntry) => Result<FaqEntry, E>;

async function move<E extends string>(keeping: Keeping, caller: Caller, faqId: string, decide: Decide<E>) {
  const moved = await keeping.faq.entries.move(caller, faqId, decide);
  return moved.ok ? ok(await sheetOf(keeping, caller, moved.value)) : moved;
}

/** What an editor typed over one version is not stored over another. */
const over =
  <E extends string>(version: number, decide: Decide<E>): Decide<E | 'CONFLICT'> =>
  (entry) =>
    entry.version === version ? decide(entry) : err('CONFLICT');

export const reviseFaq =
  (keeping: Keeping): Handler<typeof actions.reviseFaq> =>
  async (caller, { faqId, version, entry: input }) => {
    const owner = await ownerFrom(keeping, caller, input.ownerId);
    if (!owner.ok) return owner;
    const { person, now } = caller;
    const decide = over(version, (entry) => rules.revise(entry, person, owner.value, input, now));
    return move(keeping, caller, faqId, decide);
  };

const edited =
  (decide: typeof rules.publish) =>
  (keeping: Keeping): Handler<typeof actions.publishFaq | typeof actions.changeFaq> =>
  async (caller, { faqId, version, entry: input }) => {
    const owner = await ownerFrom(keeping, caller, input.ownerId);
    if (!owner.ok) return owner;
    const { person, now } = caller;
    return move(
      keeping,
      caller,
      faqId,
      over(version, (entry) => decide(entry, person, owner.value, input, now)),
    );
  };
export const publishFaq = edited(rules.publish);
export const changeFaq = edited(rules.change);

export const checkFaq =
  (keeping: Keeping): Handler<typeof actions.checkFaq> =>
  (caller, { faqId, reviewOn }) =>
    move(keeping, caller, faqId, (entry) => rules.check(entry, caller.person, reviewOn, caller.now));

export const retireFaq =
  (keeping: Keeping): Handler<typeof actions.retireFaq> =>
  (caller, { faqId, reason }) =>
    move(keeping, caller, faqId, (entry) => rules.retire(entry, caller.person, reason, caller.now));

export const restoreFaq =
  (keeping: Keeping): Handler<typeof actions.restoreFaq> =>
  (caller, { faqId }) =>
    move(keeping, caller, faqId, (entry) => rules.restore(entry, caller.person, caller.now));
