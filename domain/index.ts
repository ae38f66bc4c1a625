import { activityActions } from './activities/activity.actions';
import { activityWorkflow, enrolmentWorkflow } from './activities/activity.workflow';
import { caseworkActions } from './desk/casework.actions';
import { consoleActions } from './desk/console.actions';
import { figuresActions } from './desk/figures.actions';
import { replyNoticeActions } from './desk/reply-notice';
import { sightActions } from './desk/sight.actions';
import { deskActions } from './desk/desk.actions';
import { dutyActions } from './desk/duty.actions';
import { dutyWorkflow } from './desk/duty.workflow';
import { handoverWorkflow } from './desk/handover.workflow';
import { liveActions } from './desk/live.actions';
import { matterActions } from './desk/matter.actions';
import { faqKeepingActions } from './desk/faq-keeping.actions';
import { faqActions } from './desk/faq.actions';
import { faqHelpWorkflow, faqWorkflow } from './desk/faq.workflow';
import { publicActions } from './desk/public-question.actions';
import { publicQuestionWorkflow } from './desk/public-question.workflow';
import { noteActions } from './desk/note.actions';
import { phraseWorkflow } from './desk/phrase.workflow';
import { promiseWorkflow } from './desk/promise.workflow';
import { talkActions } from './desk/talk.actions';
import { threadWorkflow } from './desk/thread.workflow';
import { watchWorkflow } from './desk/watch.workflow';
import { boardActions } from './home/board.actions';
import { homeActions } from './home/home.actions';
import type { ErrorOf } from './kernel/action';
import type { BaseErrorCode } from './kernel/errors';
import { noticeActions } from './notices/notice.actions';
import { answerWorkflow, noticeWorkflow } from './notices/notice.workflow';
import { bindingWorkflow } from './people/binding.workflow';
import { peopleActions } from './people/people.actions';
import { wishActions } from './wishes/wish.actions';
import { wishWorkflow } from './wishes/wish.workflow';

/** Everything the community app does, area by area. */
export const actions = {
  home: { ...homeActions, ...boardActions },
  people: peopleActions,
  desk: {
    ...deskActions,
    ...liveActions,
    ...talkActions,
    ...consoleActions,
    ...caseworkActions,
    ...noteActions,
    ...figuresActions,
    ...sightActions,
    ...replyNoticeActions,
    ...dutyActions,
    ...matterActions,
    ...faqActions,
    ...faqKeepingActions,
    ...publicActions,
  },
  wishes: wishActions,
  activities: activityActions,
  notices: noticeActions,
} as const;

export const workflows = [
  bindingWorkflow,
  threadWorkflow,
  phraseWorkflow,
  faqWorkflow,
  faqHelpWorkflow,
  publicQuestionWorkflow,
  dutyWorkflow,
  handoverWorkflow,
  promiseWorkflow,
  watchWorkflow,
  wishWorkflow,
  activityWorkflow,
  enrolmentWorkflow,
  noticeWorkflow,
  answerWorkflow,
] as const;

type Areas = typeof actions;
type ActionsIn<A> = A[keyof A];
type RegisteredAction = { [Area in keyof Areas]: ActionsIn<Areas[Area]> }[keyof Areas];
export type ErrorCode = ErrorOf<RegisteredAction> | BaseErrorCode;

export const allActions: readonly RegisteredAction[] = Object.values(actions).flatMap(
  (area): RegisteredAction[] => Object.values(area),
);
