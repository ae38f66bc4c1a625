import { keysOfHome } from '@domain/kernel/audience';
import { err, ok } from '@domain/kernel/result';
import { PAGE_SIZE } from '@domain/kernel/input';
import type * as actions from '@domain/notices/notice.actions';
import { maySee } from '@domain/notices/notice.rules';
import type { Notice } from '@domain/notices/notice.schema';
import type { Handler } from '@cloud/platform/binding';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import { toNoticeView, toNoticeViews, toStaffNoticeView } from './notice-views';
import type { NoticesRepository } from './notices.repository';
import { answerIdFor } from '@domain/notices/notice.rules';

/** What is for this person's home; nobody sees a notice that is for another building. */
export const listNotices =
  (repository: NoticesRepository): Handler<typeof actions.listNotices> =>
  async ({ person, now }, { filter, cursor }) => {
    const keys = keysOfHome(person.home);
    if (filter === 'active') {
      const active = await repository.active(person.communityId, keys, now);
      return ok({ items: await toNoticeViews(repository, active, person, now), nextCursor: null });
    }
    const rows = await repository.past(person.communityId, keys, now, decodeCursor(cursor));
    const page = pageFrom(rows, PAGE_SIZE, (notice) => ({ at: notice.endsAt, id: notice._id }));
    return ok({
      items: await toNoticeViews(repository, page.items, person, now),
      nextCursor: page.nextCursor,
    });
  };

export const getNotice =
  (repository: NoticesRepository): Handler<typeof actions.getNotice> =>
  async (caller, { noticeId }) => {
    const { person, now } = caller;
    const [loaded, answers] = await Promise.all([
      repository.notices.load(caller, noticeId),
      repository.answersById([answerIdFor(noticeId, { personId: person.personId })]),
    ]);
    if (!loaded.ok || !maySee(loaded.value, person)) return err('NOTICE_NOT_FOUND');
    const [mine] = answers.values();
    return ok(toNoticeView(loaded.value, mine ?? null, person, now));
  };

const FILTERS: Readonly<Record<'draft' | 'published' | 'past', readonly Notice['status'][]>> = {
  draft: ['draft'],
  published: ['published'],
  past: ['cancelled', 'ended'],
};

export const listNoticesForStaff =
  (repository: NoticesRepository): Handler<typeof actions.listNoticesForStaff> =>
  async ({ person, now }, { filter, cursor }) => {
    const rows = await repository.forStaff(person.communityId, FILTERS[filter], decodeCursor(cursor));
    const page = pageFrom(rows, PAGE_SIZE, (notice) => ({ at: notice.updatedAt, id: notice._id }));
    return ok({
      items: page.items.map((notice) => toStaffNoticeView(notice, person, now)),
      nextCursor: page.nextCursor,
    });
  };

export const getNoticeForStaff =
  (repository: NoticesRepository): Handler<typeof actions.getNoticeForStaff> =>
  async (caller, { noticeId }) => {
    const loaded = await repository.notices.load(caller, noticeId);
    return loaded.ok ? ok(toStaffNoticeView(loaded.value, caller.person, caller.now)) : loaded;
  };
