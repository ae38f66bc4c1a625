import { SYSTEM_ACTOR } from '@domain/kernel/record';
import { dateOn, DAY, MINUTE } from '@domain/kernel/time';
import { maskPersonal } from '@domain/desk/faq-mask';
import { sameQuestion } from '@domain/desk/faq-same';
import { indexFaq, type FaqSearch } from '@domain/desk/faq-search';
import { draftFromQuestion, helpIdOf, voidHelp } from '@domain/desk/faq.rules';
import { isOverdueOn, type FaqEntry } from '@domain/desk/faq.schema';
import type { Thread } from '@domain/desk/thread.schema';
import type { Keeping } from './faq-keeping';

const BATCH = 50;
/** A question is looked at once every server that may have stored one before it has. */
const SETTLED_AFTER = MINUTE;
/** Shorter words are seldom a question that an answer could be written for. */
const SHORTEST = 6;

type Known = { readonly published: FaqSearch<FaqEntry>; drafts: readonly FaqEntry[] };

/**
 * Reads the questions that reached the desk since the last time. Help that turned out to be none is taken back, and a
 * question that no entry answered becomes a draft, or counts for the draft that asks the same. Every step may be
 * repeated: ids follow from threads, and a draft counts a thread once.
 */
export const gatherQuestions = (keeping: Keeping) => async (now: number) => {
  const mark = await keeping.faq.gatherMark();
  const from = { at: mark?.askedAt ?? now - DAY, id: mark?.threadId ?? '' };
  const asked = await keeping.threads.askedBetween(from, now - SETTLED_AFTER, BATCH);
  const known = new Map<string, Known>();
  for (const thread of asked) {
    await takeBackHelp(keeping, thread, now);
    if (isQuestion(thread)) await noteUnanswered(keeping, known, thread, now);
  }
  const last = asked[asked.length - 1];
  if (last) await keeping.faq.moveGatherMark(last.askedAt, last._id);
  return asked.length;
};

/** Whoever asked the desk after being shown an answer was not helped by it that day. */
async function takeBackHelp({ faq }: Keeping, thread: Thread, now: number): Promise<void> {
  for (const faqId of thread.faqShown) {
    const id = helpIdOf(thread.askerId, faqId, dateOn(thread.askedAt));
    const record = await faq.help.collection.get(id);
    if (!record || record.createdAt > thread.askedAt) continue;
    const voided = voidHelp(record, now);
    if (!voided.ok) continue;
    const { status, version, updatedAt, history } = voided.value;
    await faq.help.collection.updateOne(
      { _id: id, version: record.version },
      { status, version, updatedAt, history: [...history] },
    );
  }
}

const isQuestion = ({ link, status, title }: Thread): boolean =>
  link === null && status !== 'withdrawn' && [...title].length >= SHORTEST;

async function knownIn({ faq }: Keeping, known: Map<string, Known>, communityId: string, today: string) {
  const standing = known.get(communityId);
  if (standing) return standing;
  const [leads, drafts] = await Promise.all([faq.publishedLeads(communityId), faq.askedDrafts(communityId)]);
  const current = leads.filter((entry) => !isOverdueOn(entry, today));
  const read = { published: indexFaq(current), drafts };
  known.set(communityId, read);
  return read;
}

async function noteUnanswered(
  keeping: Keeping,
  known: Map<string, Known>,
  thread: Thread,
  now: number,
): Promise<void> {
  const { communityId, _id: threadId, faqShown } = thread;
  const here = await knownIn(keeping, known, communityId, dateOn(now));
  const answers = here.published(thread.title);
  if (answers.some(({ _id }) => !faqShown.includes(_id))) return;

  const question = maskPersonal(thread.title, [thread.askerName]).text;
  const same = sameQuestion(question, here.drafts);
  if (same) {
    await keeping.faq.countAsked(same._id, threadId);
    return;
  }
  const secretary = await keeping.people.secretary(communityId);
  const owner = secretary ? { personId: secretary._id, name: secretary.name } : SYSTEM_ACTOR;
  const made = draftFromQuestion({ id: `faq-of-${threadId}`, communityId, threadId, question }, owner, now);
  await keeping.faq.entries.collection.insert(made);
  here.drafts = [...here.drafts, made];
}
