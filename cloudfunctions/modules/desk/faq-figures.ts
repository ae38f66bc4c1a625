import { ok } from '@domain/kernel/result';
import { dateOn, DAY, MINUTE, startOfDay } from '@domain/kernel/time';
import type * as actions from '@domain/desk/faq-keeping.actions';
import { QUESTION_BASELINE, type DeskDay } from '@domain/desk/faq-help.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Keeping } from './faq-keeping';

/** One day's counts, counted from the records themselves. @param start the instant the day begins. */
async function countDay({ faq, threads }: Keeping, communityId: string, start: number): Promise<DeskDay> {
  const date = dateOn(start);
  const [askedCount, staffCount, deflectedCount, neighbourCount] = await Promise.all([
    threads.countAsked(communityId, start, start + DAY),
    threads.countFirstReplies(communityId, start, start + DAY),
    faq.countHelpOn(communityId, date, ['faq', 'desk']),
    faq.countHelpOn(communityId, date, ['neighbour']),
  ]);
  const _id = `${communityId}:${date}`;
  return { _id, communityId, date, askedCount, staffCount, deflectedCount, neighbourCount };
}

/** Filed days are one read; today, and a day the timer missed, is counted when somebody looks. */
export const getQuestionFigures =
  (keeping: Keeping): Handler<typeof actions.getQuestionFigures> =>
  async ({ person, now }, { days }) => {
    const { communityId } = person;
    const today = startOfDay(now);
    const starts = Array.from({ length: days }, (_, index) => today - (days - 1 - index) * DAY);
    const filed = await keeping.faq.daysFrom(communityId, dateOn(starts[0] ?? today));
    const counted = await Promise.all(
      starts.map((start) => {
        const known = start === today ? undefined : filed.find(({ date }) => date === dateOn(start));
        return known ?? countDay(keeping, communityId, start);
      }),
    );
    return ok({
      days: counted.map((day) => ({
        ...day,
        questionCount: day.askedCount + day.deflectedCount + day.neighbourCount,
      })),
      baseline: QUESTION_BASELINE,
    });
  };

/** Yesterday's late effects are done by then; an hour's tries are enough for one count. */
const FILE_FROM = 10 * MINUTE;
const FILE_UNTIL = 70 * MINUTE;

/** Files yesterday for every community, once. Returns how many days were filed. */
export const fileDeskDays = (keeping: Keeping) => async (now: number) => {
  const today = startOfDay(now);
  if (now < today + FILE_FROM || now > today + FILE_UNTIL) return 0;
  const yesterday = today - DAY;
  let filed = 0;
  for (const communityId of await keeping.people.communityIds()) {
    const known = await keeping.faq.daysFrom(communityId, dateOn(yesterday));
    if (known.some(({ date }) => date === dateOn(yesterday))) continue;
    await keeping.faq.fileDay(await countDay(keeping, communityId, yesterday));
    filed += 1;
  }
  return filed;
};
