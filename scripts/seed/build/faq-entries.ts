import { faqSearchKeys } from '@domain/desk/faq.rules';
import type { FaqEntry } from '@domain/desk/faq.schema';
import { newRecord } from '@domain/kernel/record';
import { dateOn, DAY } from '@domain/kernel/time';
import { FAQ_CERTIFICATES } from '../data/faq-certificates';
import { FAQ_COMMUNITY } from '../data/faq-community';
import { FAQ_ELDERS } from '../data/faq-elders';
import { FAQ_ESTATE } from '../data/faq-estate';
import { FAQ_FAMILIES } from '../data/faq-families';
import { FAQ_HOME } from '../data/faq-home';
import type { FaqPlan } from '../data/faq-plan';
import { BUILDINGS, COMMUNITY, GRIDS, STEWARDS } from '../data/register';
import { diceFor } from '../dice';
import type { DeskStaff } from './desk-staff';

/** Who looks after a building, written from the register so that it cannot differ from it. */
function whoLooksAfterUs(): FaqPlan {
  const lines = GRIDS.map(({ gridId, name, workerName }) => {
    const stewards = STEWARDS.filter(({ building }) => building.gridId === gridId).map(
      ({ building, name: steward }) => `${building.name}${steward}`,
    );
    return `${name}网格员${workerName}，楼门长：${stewards.join('、')}。`;
  });
  return {
    slug: 'who-looks-after-us',
    question: '我们这栋楼的网格员、楼门长是谁？',
    answer: `全社区${BUILDINGS.length}栋楼分成${GRIDS.length}个网格。${lines.join('')}需要他们上门，在服务台说一声就行。`,
    keywords: ['网格员是谁', '楼门长', '网格', '我们楼谁管', '网格员电话'],
    owner: '马骏',
    source: '锦绣城社区网格划分表',
    reviewInDays: 44,
  };
}

const PLANS = (): readonly FaqPlan[] => [
  ...FAQ_HOME,
  ...FAQ_ESTATE,
  ...FAQ_CERTIFICATES,
  ...FAQ_ELDERS,
  ...FAQ_FAMILIES,
  ...FAQ_COMMUNITY,
  whoLooksAfterUs(),
];

/** Help given before each was a record of its own, and nothing else yet. */
const counted = (helpedCount: number) => ({
  helpedCount,
  helpedBefore: helpedCount,
  origin: { kind: 'written' } as const,
  askedCount: 0,
  askedIn: [],
});

export function buildFaqEntries(now: number, staff: DeskStaff): FaqEntry[] {
  const dice = diceFor('faq');
  return PLANS().map(({ slug, question, answer, keywords, owner, source, reviewInDays }) => {
    const base = newRecord({
      id: `faq-${slug}`,
      communityId: COMMUNITY.communityId,
      by: staff.named(owner),
      now: now - dice.between(40, 300) * DAY,
      status: 'published',
      move: 'publish',
    });
    return {
      ...base,
      status: 'published',
      question,
      answer,
      keywords,
      owner: { personId: staff.named(owner).personId, name: owner },
      source,
      reviewOn: dateOn(now + reviewInDays * DAY),
      ...counted(dice.between(3, 160)),
      searchKeys: faqSearchKeys(question, keywords),
    };
  });
}
