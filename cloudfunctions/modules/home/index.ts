import { keysOfHome } from '@domain/kernel/audience';
import { ok } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import { getBoard, getBoardCharts } from '@domain/home/board.actions';
import { getHome, HOME_LIMITS } from '@domain/home/home.actions';
import { bind, type Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { Module, Platform } from '@cloud/platform/platform';
import { toActivityView } from '../activities';
import { askedRepository, dutyAt, toThreadCard } from '../desk';
import { toNoticeViews } from '../notices';
import { toMeView } from '../people';
import { toWishViews } from '../wishes';
import { showBoard } from './board';
import { showCharts } from './board-charts';
import type { Repositories } from './repositories';

const RECENT_THREADS = 20;

async function waitingForStaff(
  { desk, wishes, people }: Repositories,
  caller: Caller,
  onDuty: readonly string[],
) {
  const { communityId, personId } = caller.person;
  const [waitingCount, submittedWishCount, bindingRequestCount] = await Promise.all([
    desk.countWaiting(communityId),
    wishes.countSubmitted(communityId),
    people.countRequested(communityId),
  ]);
  return { waitingCount, submittedWishCount, bindingRequestCount, isOnDuty: onDuty.includes(personId) };
}

/** The first screen in one call, its reads side by side. */
const showHome =
  (repositories: Repositories, { photos }: Platform): Handler<typeof getHome> =>
  async (caller) => {
    const { person, now } = caller;
    const { people, desk, wishes, activities, notices } = repositories;
    const { communityId, personId } = person;
    const [community, record] = await Promise.all([
      people.community(communityId),
      people.collection.get(personId),
    ]);
    const [duty, active, threads, openWishes, upcoming] = await Promise.all([
      dutyAt(desk, people, community, now),
      notices.active(communityId, keysOfHome(person.home), now),
      desk.ofAsker(communityId, personId, RECENT_THREADS),
      wishes.newestOpen(communityId, HOME_LIMITS.wishes),
      activities.upcoming(communityId, now, null, HOME_LIMITS.activities + 2),
    ]);
    const cards = threads.map((thread) => toThreadCard(thread, person));
    const isOpen = (status: string) => ['waiting', 'taken', 'resolved'].includes(status);
    const onDuty = (duty.now?.people ?? []).map((member) => member.personId);
    const inForceFirst = [...active].sort(
      (a, b) => Number(a.status !== 'published') - Number(b.status !== 'published'),
    );
    return ok({
      me: toMeView(person, record, community),
      duty,
      notices: await toNoticeViews(notices, inForceFirst.slice(0, HOME_LIMITS.notices), person, now),
      threads: cards
        .filter((card) => isOpen(card.status) || card.unreadCount > 0)
        .slice(0, HOME_LIMITS.threads),
      unreadCount: cards.reduce((sum, card) => sum + card.unreadCount, 0),
      wishes: await toWishViews(openWishes, person, photos),
      activities: upcoming
        .filter((activity) => activity.status === 'published')
        .slice(0, HOME_LIMITS.activities)
        .map((activity) => toActivityView(activity, person, now)),
      staff: isStaff(person) ? await waitingForStaff(repositories, caller, onDuty) : null,
    });
  };

export const homeModule = (platform: Platform, repositories: Repositories): Module => ({
  bindings: [
    bind(getHome, showHome(repositories, platform)),
    bind(getBoard, showBoard(repositories)),
    bind(getBoardCharts, showCharts(askedRepository(platform), repositories.wishes)),
  ],
});
