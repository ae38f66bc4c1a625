/** Codes that any action may answer with, besides its own. A screen has a sentence for each. */
export const BASE_ERROR_WORDS = {
  SIGN_IN_REQUIRED: '请先登录，再继续刚才的操作。',
  SESSION_EXPIRED: '登录已过期，请重新进入；您填写的内容已保存在手机上。',
  NOT_ALLOWED: '您的身份暂时不能做这一步，如有需要请联系社区值班人员。',
  INVALID_INPUT: '填写的内容有误，请按提示修改后再提交。',
  UNKNOWN_ACTION: '当前版本过旧，请关闭小程序后重新打开。',
  KEY_REUSED: '这次提交和上一次的内容不一致，请返回后重新提交。',
  CONFLICT: '刚刚有人也在操作，请刷新后再试一次。',
  INTERNAL: '服务暂时出了点问题，您填写的内容还在，请稍后再试。',
  NETWORK: '网络不通，内容已保存在手机上，恢复后请重试。',
} as const;
export type BaseErrorCode = keyof typeof BASE_ERROR_WORDS;

/** For words that others are to see. */
export const SHOWN_ERROR_WORDS = {
  WORDS_REFUSED: '平台检查发现里面有不合适的话，没有发出去。您写的还在，请改一改再发。',
} as const;

/** Codes of the moves every workflow has. Areas reword them where a plainer sentence is possible. */
export const MOVE_ERROR_WORDS = {
  MOVE_NOT_ALLOWED_FROM_STATE: '状态已经变化，这一步现在做不了，请刷新看看最新进展。',
  MOVE_NOT_ALLOWED_FOR_ROLE: '这一步需要由其他人来做，如有疑问请联系社区值班人员。',
} as const;
