import * as actions from '@domain/notices/notice.actions';
import { bind } from '@cloud/platform/binding';
import type { Module } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { answerNotice, recordAnswer } from './answer-notice';
import * as lists from './list-notices';
import type { NoticesRepository } from './notices.repository';
import { getReach, getReachOfBuilding } from './watch-reach';
import * as write from './write-notice';

export { toNoticeViews } from './notice-views';
export { noticesRepository, type NoticesRepository } from './notices.repository';

export const noticesModule = (notices: NoticesRepository, people: PeopleRepository): Module => ({
  bindings: [
    bind(actions.listNotices, lists.listNotices(notices)),
    bind(actions.getNotice, lists.getNotice(notices)),
    bind(actions.answerNotice, answerNotice(notices)),
    bind(actions.listNoticesForStaff, lists.listNoticesForStaff(notices)),
    bind(actions.getNoticeForStaff, lists.getNoticeForStaff(notices)),
    bind(actions.draftNotice, write.draftNotice(notices, people)),
    bind(actions.editNotice, write.editNotice(notices, people)),
    bind(actions.discardNotice, write.discardNotice(notices)),
    bind(actions.publishNotice, write.publishNotice(notices)),
    bind(actions.reviseNotice, write.reviseNotice(notices, people)),
    bind(actions.cancelNotice, write.cancelNotice(notices)),
    bind(actions.tieNotice, write.tieNotice(notices)),
    bind(actions.getReach, getReach(notices, people)),
    bind(actions.getReachOfBuilding, getReachOfBuilding(notices, people)),
    bind(actions.recordAnswer, recordAnswer(notices, people)),
  ],
  chores: { endNotices: write.endNotices(notices) },
});
