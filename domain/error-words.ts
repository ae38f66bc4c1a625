import { ACTIVITY_ERROR_WORDS } from './activities/activity.actions';
import { CASEWORK_ERROR_WORDS } from './desk/casework.words';
import { CONSOLE_ERROR_WORDS } from './desk/console.words';
import { DESK_ERROR_WORDS } from './desk/desk.actions';
import { DUTY_ERROR_WORDS } from './desk/duty.words';
import { FAQ_ERROR_WORDS } from './desk/faq.words';
import { FIGURES_ERROR_WORDS, SIGHT_ERROR_WORDS } from './desk/figures.words';
import { MATTER_ERROR_WORDS } from './desk/matter.words';
import { PUBLIC_ERROR_WORDS } from './desk/public-question.words';
import type { ErrorCode } from './index';
import { BASE_ERROR_WORDS } from './kernel/errors';
import { NOTICE_ERROR_WORDS } from './notices/notice.actions';
import { PEOPLE_ERROR_WORDS } from './people/people.actions';
import { WISH_ERROR_WORDS } from './wishes/wish.actions';

/**
 * One sentence for every code a person can meet; a code without a sentence does not compile. Apart from the registry,
 * so that the phone's first package carries the sentences without every contract.
 */
export const ERROR_WORDS: Readonly<Record<ErrorCode, string>> = {
  ...PEOPLE_ERROR_WORDS,
  ...DESK_ERROR_WORDS,
  ...CASEWORK_ERROR_WORDS,
  ...CONSOLE_ERROR_WORDS,
  ...DUTY_ERROR_WORDS,
  ...MATTER_ERROR_WORDS,
  ...FAQ_ERROR_WORDS,
  ...FIGURES_ERROR_WORDS,
  ...SIGHT_ERROR_WORDS,
  ...PUBLIC_ERROR_WORDS,
  ...WISH_ERROR_WORDS,
  ...ACTIVITY_ERROR_WORDS,
  ...NOTICE_ERROR_WORDS,
  ...BASE_ERROR_WORDS,
};
