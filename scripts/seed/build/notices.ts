import type { Target } from '@domain/kernel/audience';
import type { Person } from '@domain/kernel/person';
import { HOUR, MINUTE } from '@domain/kernel/time';
import * as rules from '@domain/notices/notice.rules';
import type { Answer, Notice, NoticeInput } from '@domain/notices/notice.schema';
import { instantOf } from '../clock';
import { NOTICE_PLANS, type NoticePlan } from '../data/notice-plans';
import { BUILDINGS, GRIDS } from '../data/register';
import { diceFor, type Dice } from '../dice';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import { answersAtDoor, answersByPhone, type HelpCall } from './notice-answers';
import type { People } from './people';

export type Notices = {
  readonly notices: readonly Notice[];
  readonly answers: readonly Answer[];
  /** Those who need help: the desk has a conversation with each. */
  readonly helpCalls: readonly HelpCall[];
};

export function buildNotices(now: number, staff: DeskStaff, people: People): Notices {
  const dice = diceFor('notices');
  const all = NOTICE_PLANS.map((plan) => issue(plan, now, staff.named(plan.publisher), people, dice));
  return {
    notices: all.map(({ notice }) => notice),
    answers: all.flatMap(({ answers }) => answers),
    helpCalls: all.flatMap(({ helpCalls }) => helpCalls),
  };
}

type Issued = { notice: Notice; answers: readonly Answer[]; helpCalls: readonly HelpCall[] };

function issue(plan: NoticePlan, now: number, publisher: Person, people: People, dice: Dice): Issued {
  const publishedAt = instantOf(now, plan.published);
  const label = labelOf(plan.target);
  const written = plan.isDraft ? publishedAt : publishedAt - 40 * MINUTE;
  const draft = allowed(
    rules.draft(publisher, plan.id, contentOf(plan, now), label, written),
    `drafting ${plan.id}`,
  );
  if (plan.isDraft) return { notice: draft, answers: [], helpCalls: [] };

  const first = allowed(rules.publish(draft, publisher, publishedAt), `publishing ${plan.id}`);
  const { revision } = plan;
  const revisedAt = revision ? now - revision.hoursAgo * HOUR : null;
  const current =
    revision && revisedAt !== null
      ? allowed(rules.revise(first, publisher, revisedContent(plan, now), label, revisedAt), plan.id)
      : first;
  const cancelledAt = plan.cancelled ? instantOf(now, plan.cancelled.at) : Infinity;
  const closesAt = Math.min(now, current.endsAt, cancelledAt) - MINUTE;
  const circumstances = { first, current, revisedAt, closesAt };
  const phones = answersByPhone(plan, circumstances, people, dice);
  const doors = answersAtDoor(plan, circumstances, publisher, people, dice);
  const notice = plan.cancelled
    ? allowed(rules.cancel(current, publisher, plan.cancelled.reason, cancelledAt), plan.id)
    : current.endsAt <= now
      ? allowed(rules.end(current, current.endsAt), plan.id)
      : current;
  return { notice, answers: [...phones.answers, ...doors], helpCalls: phones.helpCalls };
}

const contentOf = ({ words, target, starts, ends }: NoticePlan, now: number): NoticeInput => ({
  ...words,
  target,
  startsAt: instantOf(now, starts),
  endsAt: instantOf(now, ends),
});

const revisedContent = (plan: NoticePlan, now: number): NoticeInput => ({
  ...contentOf(plan, now),
  ...plan.revision?.words,
  endsAt: instantOf(now, plan.revision?.ends ?? plan.ends),
});

function labelOf(target: Target): string {
  if (target.kind === 'all') return '全社区';
  const grids = GRIDS.filter(({ gridId }) => target.gridIds.includes(gridId));
  const buildings = BUILDINGS.filter(({ buildingId }) => target.buildingIds.includes(buildingId));
  return [...grids, ...buildings].map(({ name }) => name).join('、');
}
