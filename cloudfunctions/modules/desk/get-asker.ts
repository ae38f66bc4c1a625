import { maskName } from '@domain/kernel/mask';
import type { Home } from '@domain/kernel/person';
import { ok } from '@domain/kernel/result';
import { ROLE_LABELS } from '@domain/kernel/roles';
import { ASKER_LIMITS, type AskerView } from '@domain/desk/asker.schema';
import { isWithoutApp } from '@domain/desk/record-for.rules';
import type { Thread } from '@domain/desk/thread.schema';
import type * as actions from '@domain/desk/console.actions';
import type { Handler } from '@cloud/platform/binding';
import type { ActivitiesRepository } from '../activities';
import type { NoticesRepository } from '../notices';
import type { PeopleRepository } from '../people';
import type { WishesRepository } from '../wishes';
import type { DeskRepository } from './desk.repository';
import { loadVisible } from './read-threads';
import type { NoteVisit } from './watch-sight';

/** Where the other areas keep what a neighbour has under way. */
export type Elsewhere = {
  readonly people: PeopleRepository;
  readonly wishes: WishesRepository;
  readonly activities: ActivitiesRepository;
  readonly notices: NoticesRepository;
};

/** In the place of a role: nobody of them signs in. */
const WITHOUT_APP = '没有用手机';
const UNFINISHED_WISH = ['submitted', 'open', 'claimed', 'fulfilled'];
const THREADS_READ = 50;

/** Who asks, and what else of theirs is under way; side by side, once per opened conversation. */
export const getAsker =
  (desk: DeskRepository, elsewhere: Elsewhere, note: NoteVisit): Handler<typeof actions.getAsker> =>
  async (caller, { threadId }) => {
    const loaded = await loadVisible(desk, caller, threadId, note);
    if (!loaded.ok) return loaded;
    const { communityId, askerId, askerName, askerFace, askerHomeLabel } = loaded.value;
    const [record, threads, wishes, activities] = await Promise.all([
      elsewhere.people.collection.get(askerId),
      desk.ofAsker(communityId, askerId, THREADS_READ),
      elsewhere.wishes.ofWisher(communityId, askerId),
      elsewhere.activities.ofPerson(communityId, askerId),
    ]);
    const home = record?.status === 'bound' ? record.home : null;
    return ok({
      personId: askerId,
      name: record?.name ?? askerName,
      face: record?.face ?? askerFace,
      roles: isWithoutApp(loaded.value)
        ? [WITHOUT_APP]
        : (record?.roles ?? ['visitor']).map((role) => ROLE_LABELS[role]),
      homeLabel: home?.label ?? askerHomeLabel,
      gridId: home?.gridId ?? null,
      ...(await householdOf(elsewhere, communityId, askerId, home)),
      hasPhone: Boolean(record?.sealedPhone ?? loaded.value.recorded?.sealedPhone),
      ...(await withoutApp(elsewhere, loaded.value)),
      threads: threads
        .filter(({ _id }) => _id !== threadId)
        .slice(0, ASKER_LIMITS.each)
        .map(({ _id, title, updatedAt, status, taker }) => ({
          id: _id,
          title,
          at: updatedAt,
          status,
          takerName: taker?.name ?? null,
        })),
      wishes: wishes
        .filter(({ status }) => UNFINISHED_WISH.includes(status))
        .slice(0, ASKER_LIMITS.each)
        .map(({ _id, title, submittedAt, status }) => ({ id: _id, title, at: submittedAt, status })),
      activities: activities
        .filter(({ status, endsAt }) => status === 'published' && endsAt > caller.now)
        .slice(0, ASKER_LIMITS.each)
        .map(({ _id, title, startsAt, roll }) => ({
          id: _id,
          title,
          at: startsAt,
          status: roll.find(({ personId }) => personId === askerId)?.status ?? 'confirmed',
        })),
    });
  };

/** Of a matter recorded for a household: who of it uses the app by now. */
async function withoutApp(
  { people }: Elsewhere,
  thread: Thread,
): Promise<Pick<AskerView, 'isWithoutApp' | 'members'>> {
  if (!isWithoutApp(thread)) return {};
  const householdId = thread.recorded?.householdId;
  const members = householdId ? await people.boundIn(thread.communityId, [householdId]) : [];
  return { isWithoutApp: true, members: members.map(({ personId, name }) => ({ personId, name })) };
}

/** Who else lives there, and the safety notices to which the household said that it needs help. */
async function householdOf(
  { people, notices }: Elsewhere,
  communityId: string,
  askerId: string,
  home: Home | null,
): Promise<Pick<AskerView, 'housemates' | 'helpWanted'>> {
  if (!home) return { housemates: [], helpWanted: [] };
  const [members, helpWanted] = await Promise.all([
    people.boundIn(communityId, [home.householdId]),
    notices.helpWantedBy(communityId, home.householdId, ASKER_LIMITS.each),
  ]);
  return {
    housemates: members.filter(({ personId }) => personId !== askerId).map(({ name }) => maskName(name)),
    helpWanted: helpWanted.map(({ notice, answer }) => ({
      id: notice._id,
      title: notice.title,
      at: answer.answeredAt,
      note: answer.note,
    })),
  };
}
