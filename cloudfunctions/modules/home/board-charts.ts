import { lastDays, MATTER_AGES, spansByAge, WISH_AGES } from '@domain/home/board-bands';
import type { Band, getBoardCharts } from '@domain/home/board.actions';
import { ok } from '@domain/kernel/result';
import type { Handler } from '@cloud/platform/binding';
import type { Span } from '@cloud/platform/spans';
import type { AskedRepository } from '../desk';
import type { WishesRepository } from '../wishes';

/** What the board's charts are drawn from: three database operations, however much there is. */
export const showCharts =
  (asked: AskedRepository, wishes: WishesRepository): Handler<typeof getBoardCharts> =>
  async ({ person: { communityId }, now }) => {
    const [byAge, wishesByAge, days] = [
      spansByAge(now, MATTER_AGES),
      spansByAge(now, WISH_AGES),
      lastDays(now),
    ];
    const [matters, unclaimed, questions] = await Promise.all([
      asked.countIn(communityId, byAge, true),
      wishes.countOpenIn(communityId, wishesByAge),
      asked.countIn(communityId, days, false),
    ]);
    return ok({
      matters: bandsOf(byAge, matters),
      wishes: bandsOf(wishesByAge, unclaimed),
      questions: bandsOf(days, questions),
    });
  };

const bandsOf = (spans: readonly Span[], counts: readonly number[]): Band[] =>
  spans.map((span, index) => ({ ...span, count: counts[index] ?? 0 }));
