import type { Thread } from '@domain/desk/thread.schema';
import type { DeskDay, FaqHelp } from '@domain/desk/faq-help.schema';
import * as rules from '@domain/desk/faq.rules';
import type { FaqEntry } from '@domain/desk/faq.schema';
import { dateOn, DAY, HOUR, MINUTE } from '@domain/kernel/time';
import { ASKED_WITHOUT_ANSWER, DRAFT_FROM_THREAD, RETIRED_ENTRY } from '../data/faq-asked';
import { COMMUNITY } from '../data/register';
import { diceFor } from '../dice';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import type { People } from './people';

/** @throws when no thread of the demo is about this. */
export function threadAbout(threads: readonly Thread[], words: string): Thread {
  const found = threads.find(({ title }) => title.includes(words));
  if (!found) throw new Error(`demo community: no thread is about ${words}`);
  return found;
}

/** Drafts that questions made, one that staff began, and one entry that was retired. */
export function buildFaqDrafts(now: number, staff: DeskStaff, threads: readonly Thread[]): FaqEntry[] {
  const { communityId } = COMMUNITY;
  const asked = ASKED_WITHOUT_ANSWER.map(({ thread, question, askedCount }): FaqEntry => {
    const { _id: threadId, askedAt } = threadAbout(threads, thread);
    const made = { id: `faq-of-${threadId}`, communityId, threadId, question };
    return { ...rules.draftFromQuestion(made, staff.secretary, askedAt + 2 * MINUTE), askedCount };
  });
  const { thread, owner, ...words } = DRAFT_FROM_THREAD;
  const about = threadAbout(threads, thread);
  const keeper = staff.named(owner);
  const begun = rules.draft(
    keeper,
    keeper,
    'faq-lift-guard',
    { ...words, keywords: ['电动车进电梯', '阻车系统'], reviewOn: '' },
    { kind: 'thread', threadId: about._id },
    about.updatedAt,
  );
  // The relay's part, the link in the conversation, is done by `withFaqLinks`.
  return [...asked, { ...begun, outbox: [], outboxDueAt: null }, retired(now, staff)];
}

/** Conversations that became an entry know which. */
export function withFaqLinks(threads: readonly Thread[], entries: readonly FaqEntry[]): Thread[] {
  const made = new Map(
    entries.flatMap(({ _id, origin }) => (origin.kind === 'thread' ? [[origin.threadId, _id] as const] : [])),
  );
  return threads.map((thread) => {
    const faqId = made.get(thread._id);
    return faqId ? { ...thread, faqId } : thread;
  });
}

function retired(now: number, staff: DeskStaff): FaqEntry {
  const { owner, reason, ...words } = RETIRED_ENTRY;
  const keeper = staff.named(owner);
  const input = { ...words, keywords: ['水质'], reviewOn: dateOn(now - 60 * DAY) };
  const origin = { kind: 'written' } as const;
  const begun = rules.draft(keeper, keeper, 'faq-water-report', input, origin, now - 400 * DAY);
  const shown = allowed(rules.publish(begun, keeper, keeper, input, now - 399 * DAY), 'publishing an entry');
  return allowed(rules.retire(shown, keeper, reason, now - 50 * DAY), 'retiring an entry');
}

const DAYS_FILED = 30;

/**
 * The days before today as the desk filed them: in a month, neighbours and answers take ever more off the desk. They
 * count the community's whole traffic, of which the demo holds only a few threads.
 */
export function buildDeskDays(now: number): DeskDay[] {
  const dice = diceFor('desk-days');
  const { communityId } = COMMUNITY;
  return Array.from({ length: DAYS_FILED }, (_, index): DeskDay => {
    const date = dateOn(now - (DAYS_FILED - index) * DAY);
    const questions = dice.between(282, 324);
    const withoutDesk = 0.34 + (0.32 * index) / DAYS_FILED + dice.between(-3, 3) / 100;
    const neighbourCount = Math.round(questions * withoutDesk * 0.35);
    const deflectedCount = Math.round(questions * withoutDesk) - neighbourCount;
    const askedCount = questions - deflectedCount - neighbourCount;
    const staffCount = askedCount - dice.between(0, 4);
    return {
      _id: `${communityId}:${date}`,
      communityId,
      date,
      askedCount,
      deflectedCount,
      neighbourCount,
      staffCount,
    };
  });
}

const HELPED_TODAY = [
  'faq-heating-cold',
  'faq-medical-insurance-pay',
  'faq-pension-verification',
  'faq-ebike-charging',
  'faq-garbage-sorting',
  'faq-dog-nuisance',
] as const;

/** Neighbours whom an entry helped today, each once; what followed of it is done. */
export function buildHelps(now: number, people: People): FaqHelp[] {
  const dice = diceFor('faq-helps');
  const helped = dice.shuffle(people.neighbours.filter(({ part }) => part === 'family')).slice(0, 40);
  return helped.flatMap(({ person }, index) => {
    const at = now - dice.between(1, 14) * HOUR;
    if (dateOn(at) !== dateOn(now)) return [];
    const subjectId = HELPED_TODAY[index % HELPED_TODAY.length] ?? HELPED_TODAY[0];
    return [{ ...rules.help(person, { subjectId, source: 'faq' }, at), outbox: [], outboxDueAt: null }];
  });
}
