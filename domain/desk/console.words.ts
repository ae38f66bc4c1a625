import { MOVE_ERROR_WORDS } from '../kernel/errors';

export const CONSOLE_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  PHRASE_NOT_FOUND: '这条常用回复已经被删除，请刷新列表。',
  DIGIT_TAKEN: '这个数字键已经给了另一条常用回复，请换一个数字。',
  TOO_MANY_PHRASES: '常用回复已经很多了，请先删除不再用的，再添加新的。',
} as const;
