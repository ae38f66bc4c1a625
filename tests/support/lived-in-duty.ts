import { askDesk } from '@domain/desk/desk.actions';
import { fillRoster } from '@domain/desk/duty.actions';
import { makePromise, pauseThread } from '@domain/desk/matter.actions';
import { DAY, HOUR } from '@domain/kernel/time';
import { cast } from './cast';
import type { Visit } from './lived-in-community';
import type { RunningCommunity } from './running-community';

const { uncleLi, staffZhao, staffQian, secretaryBai } = cast;

/** A desk round the clock with something of everything: a planned roster, a promise, a pause, an alarm. */
export async function dutyIn(community: RunningCommunity, threadId: string): Promise<readonly Visit[]> {
  const now = Date.now();
  await community.must(staffZhao, makePromise, {
    threadId,
    words: '今天下午来换声控灯',
    dueAt: now + 3 * HOUR,
  });
  await community.must(staffZhao, pauseThread, {
    threadId,
    reason: 'parts',
    note: '灯明天到货',
    until: now + DAY,
  });
  await community.must(uncleLi, askDesk, { message: { text: '楼下电动车着火了' } });
  await community.must(secretaryBai, fillRoster, {
    startsAt: now + 4 * DAY,
    weeks: 1,
    shiftHours: 12,
    perShift: 2,
    order: [staffZhao.personId, staffQian.personId, secretaryBai.personId],
  });
  const pages = ['alerts', 'handovers', 'handover', 'promises', 'follow-ups', 'desk-times', 'roster'];
  return pages.map((page) => ({ page: `staff/${page}`, query: '', actor: secretaryBai }));
}
