import type { Person } from '@domain/kernel/person';
import { answerIdFor, canAnswer, noticeMoves } from '@domain/notices/notice.rules';
import type { Answer, Notice, NoticeView, StaffNoticeView } from '@domain/notices/notice.schema';
import type { NoticesRepository } from './notices.repository';

export function toNoticeView(notice: Notice, mine: Answer | null, person: Person, now: number): NoticeView {
  const isCurrent = mine !== null && mine.revision === notice.revision;
  return {
    noticeId: notice._id,
    kind: notice.kind,
    level: notice.level,
    title: notice.title,
    body: notice.body,
    whatToDo: notice.whatToDo,
    issuer: notice.issuer,
    startsAt: notice.startsAt,
    endsAt: notice.endsAt,
    status: notice.status,
    revision: notice.revision,
    targetLabel: notice.targetLabel,
    publishedAt: notice.publishedAt,
    revisedAt: notice.revisedAt,
    cancelReason: notice.cancelReason,
    myAnswer: isCurrent ? mine.status : null,
    canAnswer: canAnswer(notice, person, now),
    moves: noticeMoves(notice, person),
    version: notice.version,
  };
}

/** Notices with the reader's own answers, fetched in one read. */
export async function toNoticeViews(
  repository: NoticesRepository,
  notices: readonly Notice[],
  person: Person,
  now: number,
): Promise<NoticeView[]> {
  const idOf = (notice: Notice) => answerIdFor(notice._id, { personId: person.personId });
  const answers = person.home ? await repository.answersById(notices.map(idOf)) : new Map<string, Answer>();
  return notices.map((notice) => toNoticeView(notice, answers.get(idOf(notice)) ?? null, person, now));
}

export const toStaffNoticeView = (notice: Notice, person: Person, now: number): StaffNoticeView => ({
  notice: toNoticeView(notice, null, person, now),
  target:
    notice.target.kind === 'all'
      ? { kind: 'all' }
      : { kind: 'places', buildingIds: [...notice.target.buildingIds], gridIds: [...notice.target.gridIds] },
  updatedAt: notice.updatedAt,
  link: notice.link,
});
