import { MOVE_ERROR_WORDS } from '../kernel/errors';

export const MATTER_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  PAUSE_DATE_WRONG: '请选一个以后的日子，最远一个月，到那天会自动接着办。',
  PROMISE_NOT_FOUND: '没有找到这条承诺，请刷新会话。',
  PROMISE_TIME_WRONG: '请选一个以后的时间，最远两个月。',
  TOO_MANY_PROMISES: '这件事上的承诺已经很多了，请先了结几条。',
} as const;
