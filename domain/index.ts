import { ACTIVITY_ERROR_WORDS, activityActions } from './activities/activity.actions';
import { activityWorkflow, enrolmentWorkflow } from './activities/activity.workflow';
import { CONSOLE_ERROR_WORDS, consoleActions } from './desk/console.actions';
import { DESK_ERROR_WORDS, deskActions } from './desk/desk.actions';
import { phraseWorkflow } from './desk/phrase.workflow';
import { threadWorkflow } from './desk/thread.workflow';
import { getBoard } from './home/board.actions';
import { homeActions } from './home/home.actions';
import type { ErrorOf } from './kernel/action';
import { BASE_ERROR_WORDS, type BaseErrorCode } from './kernel/errors';
import { NOTICE_ERROR_WORDS, noticeActions } from './notices/notice.actions';
import { answerWorkflow, noticeWorkflow } from './notices/notice.workflow';
import { bindingWorkflow } from './people/binding.workflow';
import { PEOPLE_ERROR_WORDS, peopleActions } from './people/people.actions';
import { WISH_ERROR_WORDS, wishActions } from './wishes/wish.actions';
import { wishWorkflow } from './wishes/wish.workflow';

/** Everything the community app does, area by area. */
export const actions = {
  home: { ...homeActions, getBoard },
  people: peopleActions,
  desk: { ...deskActions, ...consoleActions },
  wishes: wishActions,
  activities: activityActions,
  notices: noticeActions,
} as const;

export const workflows = [
  bindingWorkflow,
  threadWorkflow,
  phraseWorkflow,
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

/** One sentence for every code a person can meet; a code without a sentence does not compile. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, string>> = {
  ...PEOPLE_ERROR_WORDS,
  ...DESK_ERROR_WORDS,
  ...CONSOLE_ERROR_WORDS,
  ...WISH_ERROR_WORDS,
  ...ACTIVITY_ERROR_WORDS,
  ...NOTICE_ERROR_WORDS,
  ...BASE_ERROR_WORDS,
};

export const allActions: readonly RegisteredAction[] = Object.values(actions).flatMap(
  (area): RegisteredAction[] => Object.values(area),
);
