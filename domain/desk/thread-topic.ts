/** What a conversation is about, for the month's figures. Guessed when it is asked; staff set it right in one tap. */
export const TOPICS = [
  'utilities',
  'repair',
  'cleaning',
  'neighbours',
  'parking',
  'papers',
  'insurance',
  'elders',
  'safety',
  'activities',
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

export const TOPIC_LABELS: Readonly<Record<Topic, string>> = {
  utilities: '水电气暖',
  repair: '物业维修',
  cleaning: '环境卫生',
  neighbours: '噪音邻里',
  parking: '停车交通',
  papers: '证明办事',
  insurance: '社保医保',
  elders: '养老助残',
  safety: '安全隐患',
  activities: '活动服务',
  other: '其他',
};
