import { buildingsIn } from '@domain/kernel/audience';
import { ok } from '@domain/kernel/result';
import { DAY, startOfDay } from '@domain/kernel/time';
import { BOARD_LIMITS, type BoardView, type getBoard } from '@domain/home/board.actions';
import type { Notice } from '@domain/notices/notice.schema';
import type { Community } from '@domain/people/people.schema';
import { householdCount } from '@domain/people/place';
import type { Handler } from '@cloud/platform/binding';
import type { NoticesRepository } from '../notices';
import type { Repositories } from './repositories';

/** What needs somebody this moment: a few counts, and one more for each safety notice in force. */
export const showBoard =
  ({ people, desk, wishes, activities, notices }: Repositories): Handler<typeof getBoard> =>
  async ({ person: { communityId }, now }) => {
    const tonight = startOfDay(now) + DAY;
    const isToday = (instant: number) => instant >= startOfDay(now) && instant < tonight;
    const [
      community,
      overdueCount,
      unclaimedCount,
      submittedWishCount,
      openWishCount,
      bindingRequestCount,
      coming,
      inForce,
    ] = await Promise.all([
      people.community(communityId),
      desk.countOverdue(communityId, now),
      desk.countWaiting(communityId),
      wishes.countSubmitted(communityId),
      wishes.countOpen(communityId),
      people.countRequested(communityId),
      activities.upcoming(communityId, now, null, BOARD_LIMITS.dueToday),
      notices.inForce(communityId, now, BOARD_LIMITS.notices),
    ]);
    return ok({
      overdueCount,
      unclaimedCount,
      submittedWishCount,
      openWishCount,
      bindingRequestCount,
      notices: await Promise.all(inForce.map((notice) => reachOf(notices, notice, community))),
      activitiesToday: coming
        .filter(({ status, startsAt }) => status === 'published' && isToday(startsAt))
        .map(({ _id, title, startsAt }) => ({ id: _id, title, at: startsAt })),
      noticesEndingToday: inForce
        .filter(({ endsAt }) => isToday(endsAt))
        .map(({ _id, title, endsAt }) => ({ id: _id, title, at: endsAt })),
    });
  };

async function reachOf(
  repository: NoticesRepository,
  notice: Notice,
  community: Community,
): Promise<BoardView['notices'][number]> {
  const counts = await repository.countAnswers(notice._id, notice.revision);
  const targeted = buildingsIn(notice.target, community.buildings);
  const isTargeted = (buildingId: string) => targeted.some((building) => building.buildingId === buildingId);
  const answered = (status?: string) =>
    counts
      .filter((count) => isTargeted(count.buildingId) && (status === undefined || count.status === status))
      .reduce((sum, { households }) => sum + households, 0);
  const all = targeted.reduce((sum, building) => sum + householdCount(building), 0);
  return {
    noticeId: notice._id,
    title: notice.title,
    endsAt: notice.endsAt,
    householdCount: all,
    notReachedCount: all - answered(),
    needsHelpCount: answered('needsHelp'),
  };
}
