import { MOVE_ERROR_WORDS } from '../kernel/errors';

export const CASEWORK_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  COLLEAGUE_NOT_FOUND: '请选另一位本社区的同事，不能是自己、正在办的人或提问的居民。',
  THREAD_MERGED: '这件事已并入另一件，请点上面的“已并入”，到那里接着说。',
  THREADS_OF_OTHERS: '不是同一位居民的事不能合并，可以改为“同一件事”，互相关联。',
  MESSAGE_NOT_FOUND: '选的话没有找到，请刷新会话后再选；只能分出居民说的话。',
  WATCH_NOT_FOUND: '没有找到这次值守，请刷新会话。',
  WATCH_TIME_WRONG: '结束时间要晚于开始时间和现在，最长七天。',
} as const;
