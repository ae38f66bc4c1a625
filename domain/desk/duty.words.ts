import { MOVE_ERROR_WORDS } from '../kernel/errors';

export const DUTY_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  SHIFT_NOT_FOUND: '没有找到这个班次，请刷新值班表。',
  SHIFT_CLASH: '这位同事在这个时间已经有班了，请换一个时间或换一个人。',
  SHIFT_OVER: '这个班次已经结束了，不能再调整。',
  STAFF_NOT_FOUND: '没有找到这位工作人员，请刷新后再选。',
  SWAP_PENDING: '这个班次已经有一个换班在等答复，先等一等或取消它。',
  SWAP_MISMATCH: '这两个班次换不了，请重新选一个还没开始、对方在班的班次。',
  NOT_ON_SHIFT: '这位同事不在这个班次上，请刷新值班表。',
  NOBODY_ABSENT: '这个班次不缺人，请刷新值班表。',
  HANDOVER_NOT_FOUND: '没有找到这张交接单，请返回列表刷新。',
  ITEM_NOT_FOUND: '这件事不在这张交接单上，请刷新后再写。',
} as const;
