import { MOVE_ERROR_WORDS } from '../kernel/errors';

export const FAQ_ERROR_WORDS = {
  ...MOVE_ERROR_WORDS,
  FAQ_NOT_FOUND: '没有找到这条问答，可能已经停用，请返回列表刷新。',
  FAQ_TELLS_PERSONAL: '内容里还有电话、证件号或门牌，请去掉后再发布。',
  FAQ_REVIEW_PAST: '下次核对日期要在今天以后，请重新选择。',
  FAQ_OWNER_NOT_STAFF: '负责人要选社区在岗的工作人员，请重新选择。',
  FAQ_ALREADY_MADE: '这件事已经整理成问答了，请在“问答管理”里改那一条。',
  FAQ_THREAD_NOT_FOUND: '没有找到这条会话，请返回列表刷新。',
} as const;
