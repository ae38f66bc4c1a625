import type { Target } from '@domain/kernel/audience';
import { err, ok, type Result } from '@domain/kernel/result';
import type * as actions from '@domain/notices/notice.actions';
import * as rules from '@domain/notices/notice.rules';
import type { Notice } from '@domain/notices/notice.schema';
import type { Community } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import type { PeopleRepository } from '../people';
import { toStaffNoticeView } from './notice-views';
import type { NoticesRepository } from './notices.repository';

/** Names the places of a target, e.g. `3号楼、5号楼`; an error when the register does not know one of them. */
function labelTarget(target: Target, community: Community): Result<string, 'PLACE_UNKNOWN'> {
  if (target.kind === 'all') return ok('全社区');
  const grids = target.gridIds.map((id) => community.grids.find((grid) => grid.gridId === id)?.name);
  const buildings = target.buildingIds.map(
    (id) => community.buildings.find((other) => other.buildingId === id)?.name,
  );
  const names = [...grids, ...buildings];
  return names.some((name) => name === undefined) ? err('PLACE_UNKNOWN') : ok(names.join('、'));
}

async function moveNotice<E extends string>(
  repository: NoticesRepository,
  caller: Caller,
  noticeId: string,
  decide: (notice: Notice) => Result<Notice, E>,
) {
  const moved = await repository.notices.move(caller, noticeId, decide);
  return moved.ok ? ok(toStaffNoticeView(moved.value, caller.person, caller.now)) : moved;
}

export const draftNotice =
  (repository: NoticesRepository, people: PeopleRepository): Handler<typeof actions.draftNotice> =>
  async (caller, { threadId, ...content }) => {
    const { person, now } = caller;
    const label = labelTarget(content.target, await people.community(person.communityId));
    if (!label.ok) return label;
    const notice = rules.draft(person, newIdFor(caller, 'notice'), content, label.value, now, threadId);
    if (!notice.ok) return notice;
    const stored = await repository.notices.insert(caller, notice.value);
    return stored.ok ? ok(toStaffNoticeView(stored.value, person, now)) : stored;
  };

const rewrite =
  (decide: typeof rules.edit) =>
  (
    repository: NoticesRepository,
    people: PeopleRepository,
  ): Handler<typeof actions.editNotice | typeof actions.reviseNotice> =>
  async (caller, { noticeId, content }) => {
    const { person, now } = caller;
    const label = labelTarget(content.target, await people.community(person.communityId));
    if (!label.ok) return label;
    return moveNotice(repository, caller, noticeId, (notice) =>
      decide(notice, person, content, label.value, now),
    );
  };

export const editNotice = rewrite(rules.edit);
export const reviseNotice = rewrite(rules.revise);

export const discardNotice =
  (repository: NoticesRepository): Handler<typeof actions.discardNotice> =>
  (caller, { noticeId }) =>
    moveNotice(repository, caller, noticeId, (notice) => rules.discard(notice, caller.person, caller.now));

export const publishNotice =
  (repository: NoticesRepository): Handler<typeof actions.publishNotice> =>
  (caller, { noticeId }) =>
    moveNotice(repository, caller, noticeId, (notice) => rules.publish(notice, caller.person, caller.now));

export const cancelNotice =
  (repository: NoticesRepository): Handler<typeof actions.cancelNotice> =>
  (caller, { noticeId, reason }) =>
    moveNotice(repository, caller, noticeId, (notice) =>
      rules.cancel(notice, caller.person, reason, caller.now),
    );

export const tieNotice =
  (repository: NoticesRepository): Handler<typeof actions.tieNotice> =>
  (caller, { noticeId, threadId }) =>
    moveNotice(repository, caller, noticeId, (notice) =>
      rules.tie(notice, caller.person, threadId, caller.now),
    );

/** Notices whose time is over are closed by the timer. Returns how many. */
export const endNotices = (repository: NoticesRepository) => async (now: number) => {
  let ended = 0;
  for (const notice of await repository.endedBefore(now)) {
    const decided = rules.end(notice, now);
    if (!decided.ok) continue;
    const { status, version, updatedAt, history } = decided.value;
    const change = { status, version, updatedAt, history: [...history] };
    const guard = { _id: notice._id, version: notice.version };
    if (await repository.notices.collection.updateOne(guard, change)) ended += 1;
  }
  return ended;
};
