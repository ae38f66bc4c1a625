import { buildingsIn } from '@domain/kernel/audience';
import { maskName } from '@domain/kernel/mask';
import { err, ok } from '@domain/kernel/result';
import type { Home } from '@domain/kernel/person';
import type * as actions from '@domain/notices/notice.actions';
import type { Answer, HouseholdReach, ReachRow } from '@domain/notices/notice.schema';
import { homesIn, householdCount } from '@domain/people/place';
import type { Handler } from '@cloud/platform/binding';
import type { HouseholdMember, PeopleRepository } from '../people';
import { toNoticeView } from './notice-views';
import type { NoticesRepository } from './notices.repository';

/** Who has been reached and who has not, by building. Households are counted: one answer reaches a home. */
export const getReach =
  (repository: NoticesRepository, people: PeopleRepository): Handler<typeof actions.getReach> =>
  async (caller, { noticeId }) => {
    const { person, now } = caller;
    const loaded = await repository.notices.load(caller, noticeId);
    if (!loaded.ok) return loaded;
    const notice = loaded.value;
    const [community, counts, onApp] = await Promise.all([
      people.community(person.communityId),
      repository.countAnswers(notice._id, notice.revision),
      people.boundHouseholdCounts(person.communityId),
    ]);
    const countOf = (buildingId: string, status: string) =>
      counts.find((count) => count.buildingId === buildingId && count.status === status)?.households ?? 0;
    const buildings = buildingsIn(notice.target, community.buildings).map((building): ReachRow => {
      const { buildingId, name } = building;
      const acknowledgedCount = countOf(buildingId, 'acknowledged');
      const needsHelpCount = countOf(buildingId, 'needsHelp');
      const households = householdCount(building);
      return {
        buildingId,
        name,
        acknowledgedCount,
        needsHelpCount,
        householdCount: households,
        onAppCount: onApp.get(buildingId) ?? 0,
        notReachedCount: households - acknowledgedCount - needsHelpCount,
      };
    });
    const sum = (field: Exclude<keyof ReachRow, 'buildingId' | 'name'>) =>
      buildings.reduce((total, row) => total + row[field], 0);
    return ok({
      notice: toNoticeView(notice, null, person, now),
      total: {
        householdCount: sum('householdCount'),
        onAppCount: sum('onAppCount'),
        acknowledgedCount: sum('acknowledgedCount'),
        needsHelpCount: sum('needsHelpCount'),
        notReachedCount: sum('notReachedCount'),
      },
      buildings,
    });
  };

/** One building, door by door. */
export const getReachOfBuilding =
  (repository: NoticesRepository, people: PeopleRepository): Handler<typeof actions.getReachOfBuilding> =>
  async (caller, { noticeId, buildingId }) => {
    const { communityId } = caller.person;
    const [loaded, community] = await Promise.all([
      repository.notices.load(caller, noticeId),
      people.community(communityId),
    ]);
    if (!loaded.ok) return loaded;
    const notice = loaded.value;
    const building = buildingsIn(notice.target, community.buildings).find(
      (other) => other.buildingId === buildingId,
    );
    if (!building) return err('PLACE_UNKNOWN');
    const [answers, members] = await Promise.all([
      repository.answersOfBuilding(notice._id, notice.revision, buildingId),
      people.boundInBuilding(communityId, buildingId),
    ]);
    const of = <T>(rows: readonly T[], householdOf: (row: T) => string, home: Home) =>
      rows.filter((row) => householdOf(row) === home.householdId);
    const households = homesIn(building).map((home) =>
      toHouseholdReach(
        home,
        of(members, (member) => member.home.householdId, home),
        of(answers, (answer) => answer.householdId, home),
      ),
    );
    return ok({ buildingName: building.name, households });
  };

/** One door. Where members answered differently, the one who needs help decides. */
export function toHouseholdReach(
  home: Home,
  members: readonly HouseholdMember[],
  answers: readonly Answer[],
): HouseholdReach {
  const decisive = answers.find((answer) => answer.status === 'needsHelp') ?? answers[0] ?? null;
  return {
    householdId: home.householdId,
    homeLabel: home.label,
    members: members.map((member) => maskName(member.name)),
    answer: decisive?.status ?? null,
    note: decisive?.note ?? '',
    recordedBy: decisive?.recordedBy?.name ?? null,
  };
}
