import { MOVE_ERROR_WORDS, SHOWN_ERROR_WORDS } from '../kernel/errors';

export const PUBLIC_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  ...SHOWN_ERROR_WORDS,
  PUBLIC_NOT_FOUND: '没有找到这条公开答复，可能已经撤下，请返回列表刷新。',
  PUBLIC_THREAD_NOT_FOUND: '没有找到这条会话，请返回列表刷新。',
  PUBLIC_TELLS_PERSONAL: '内容里还有电话、证件号或门牌，请去掉后再提交。',
  PUBLIC_ANSWERS_FULL: '这个问题的解答已经很多了，请社区工作人员来整理。',
  PUBLIC_ANSWER_NOT_FOUND: '没有找到这条解答，请刷新后再看。',
  VETTING_NOT_RESIDENT: '只能请已确认住户身份的居民担任，请先确认住户。',
  VETTING_STANDS: '这位居民已经是了，请刷新看看。',
  VETTING_NONE: '这位居民已经不是了，请刷新看看。',
  VETTING_NOT_FOUND: '没有找到这位居民，请刷新后再选。',
} as const;
