import type { Activity } from '@domain/activities/activity.schema';
import type { ThreadNote } from '@domain/desk/casework.schema';
import type { DutyAlert } from '@domain/desk/duty-alert';
import type { DutyShift } from '@domain/desk/duty.schema';
import type { Handover } from '@domain/desk/handover.schema';
import type { DeskDay, FaqHelp } from '@domain/desk/faq-help.schema';
import type { FaqEntry } from '@domain/desk/faq.schema';
import type { Phrase } from '@domain/desk/phrase.schema';
import type { PublicMark, PublicQuestion } from '@domain/desk/public-question.schema';
import type { MessageChunk, Thread } from '@domain/desk/thread.schema';
import type { ThreadVisit } from '@domain/desk/visit.schema';
import type { Answer, Notice } from '@domain/notices/notice.schema';
import type { Community, PersonRecord } from '@domain/people/people.schema';
import type { Wish } from '@domain/wishes/wish.schema';
import { buildActivities } from './build/activities';
import { buildCasework } from './build/casework';
import { buildCommunity } from './build/community';
import { createDeskStaff } from './build/desk-staff';
import { buildDutyShifts } from './build/duty-shifts';
import { buildHandovers } from './build/handovers';
import { buildFaqEntries } from './build/faq-entries';
import { buildPublicQuestions, withVetted } from './build/faq-public';
import { buildDeskDays, buildFaqDrafts, buildHelps, withFaqLinks } from './build/faq-teaching';
import { buildNotices } from './build/notices';
import { buildPeople } from './build/people';
import { buildPhrases } from './build/phrases';
import { buildThreads } from './build/threads';
import type { SeedTools } from './build/tools';
import { buildVisits } from './build/visits';
import { buildWishes } from './build/wishes';
import { COMMUNITY } from './data/register';

export { demoIdentities, identitiesAt } from './identities';

export const DEMO_COMMUNITY_ID: string = COMMUNITY.communityId;

/** What was asked before the demo was made has made its drafts. */
type GatherMark = { readonly _id: string; readonly askedAt: number; readonly threadId: string };

/** Every document of the demo community, by collection. */
export type SeedDocuments = {
  readonly communities: readonly Community[];
  readonly persons: readonly PersonRecord[];
  readonly duty_shifts: readonly DutyShift[];
  readonly duty_alerts: readonly DutyAlert[];
  readonly handovers: readonly Handover[];
  readonly faq_entries: readonly FaqEntry[];
  readonly faq_helps: readonly FaqHelp[];
  readonly faq_marks: readonly GatherMark[];
  readonly desk_days: readonly DeskDay[];
  readonly public_questions: readonly PublicQuestion[];
  readonly public_marks: readonly PublicMark[];
  readonly phrases: readonly Phrase[];
  readonly threads: readonly Thread[];
  readonly message_chunks: readonly MessageChunk[];
  readonly thread_notes: readonly ThreadNote[];
  readonly thread_visits: readonly ThreadVisit[];
  readonly wishes: readonly Wish[];
  readonly activities: readonly Activity[];
  readonly notices: readonly Notice[];
  readonly answers: readonly Answer[];
};

/**
 * 锦绣城社区 as it stands at `now` (epoch ms): the same for the same `now`, except for what `seal` makes of contacts.
 * Records come about by the moves of the domain, so a rule that changes shows here at once.
 * @throws when a rule refuses a step of a story: the data are wrong then.
 */
export function buildDemoCommunity(tools: SeedTools): SeedDocuments {
  const { now } = tools;
  const staff = createDeskStaff(tools);
  const people = buildPeople(tools, staff);
  const roster = buildDutyShifts(now, staff);
  const { notices, answers, helpCalls } = buildNotices(now, staff, people);
  const { threads: asked, chunks } = buildThreads(now, staff, people, helpCalls);
  const { threads, notes, alerts } = buildCasework(tools, staff, people, asked);
  const residents = withVetted(people.records, tools, staff);
  const open = buildPublicQuestions(tools, staff, people, residents, threads);
  const faqEntries = [...buildFaqEntries(now, staff), ...buildFaqDrafts(now, staff, threads)];
  return {
    communities: [buildCommunity()],
    persons: [...staff.records, ...residents],
    duty_shifts: roster.shifts,
    duty_alerts: [...roster.alerts, ...alerts],
    handovers: buildHandovers(now, staff, threads),
    faq_entries: faqEntries,
    faq_helps: buildHelps(now, people),
    faq_marks: [{ _id: 'gather', askedAt: now, threadId: '' }],
    desk_days: buildDeskDays(now),
    public_questions: open.questions,
    public_marks: open.marks,
    phrases: buildPhrases(now, staff),
    threads: withFaqLinks(threads, faqEntries),
    message_chunks: chunks,
    thread_notes: notes,
    thread_visits: buildVisits(now, staff, threads),
    wishes: buildWishes(tools, staff, people),
    activities: buildActivities(now, staff, people),
    notices,
    answers,
  };
}
