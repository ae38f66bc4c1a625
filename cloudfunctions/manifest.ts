/**
 * Where everything is deployed: functions, their limits and timers; collections and their indexes. Deployment files
 * and localcloud are generated from this, so a local run and production have the same shape.
 */
export type FunctionEntry = {
  readonly name: 'resident' | 'staff' | 'jobs';
  readonly zh: string;
  readonly clientCallable: boolean;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** 7-field cron: second minute hour day month weekday year. */
  readonly timers: readonly { readonly name: string; readonly cron: string }[];
};

export const functions: readonly FunctionEntry[] = [
  {
    name: 'resident',
    zh: '居民、志愿者、网格员',
    clientCallable: true,
    timeoutSeconds: 10,
    memoryMb: 256,
    timers: [],
  },
  { name: 'staff', zh: '社区工作人员', clientCallable: true, timeoutSeconds: 60, memoryMb: 256, timers: [] },
  {
    name: 'jobs',
    zh: '定时任务',
    clientCallable: false,
    timeoutSeconds: 60,
    memoryMb: 256,
    timers: [{ name: 'minutely', cron: '0 * * * * * *' }],
  },
];

export type IndexEntry = {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  readonly unique?: boolean;
};
export type CollectionEntry = {
  readonly name: string;
  readonly zh: string;
  readonly indexes: readonly IndexEntry[];
};

/** `index('communityId', 'status', '-updatedAt')`: fields in order, a minus for descending. */
const index = (...fields: readonly string[]): IndexEntry => ({
  name: fields.map((field) => field.replace(/^-/, '').replaceAll('.', '_')).join('__'),
  keys: fields.map((field) => ({
    field: field.replace(/^-/, ''),
    direction: field.startsWith('-') ? -1 : 1,
  })),
});

/** Every collection of records with consequences has this one, for the timer's sweep. */
const outbox = index('outboxDueAt');

export const collections: readonly CollectionEntry[] = [
  { name: 'communities', zh: '社区登记册', indexes: [index('status'), outbox] },
  {
    name: 'persons',
    zh: '人员与住户绑定',
    indexes: [
      index('communityId', 'status', 'updatedAt'),
      index('communityId', 'status', 'home.buildingId'),
      index('communityId', 'status', 'home.householdId'),
      index('communityId', 'status', 'name'),
      index('communityId', 'roles'),
      outbox,
    ],
  },
  {
    name: 'duty_shifts',
    zh: '值班表',
    indexes: [index('communityId', 'status', 'endsAt'), index('status', 'endsAt'), outbox],
  },
  {
    name: 'duty_alerts',
    zh: '值班提醒',
    indexes: [index('communityId', 'personId', '-at'), index('communityId', 'personId', 'seenAt')],
  },
  { name: 'push_allowances', zh: '微信提醒次数', indexes: [outbox] },
  {
    name: 'handovers',
    zh: '交接班',
    indexes: [index('communityId', '-changesAt'), index('wakeAt'), outbox],
  },
  {
    name: 'faq_entries',
    zh: '常见问题',
    indexes: [
      index('communityId', 'status', '-updatedAt', '-_id'),
      index('communityId', 'status', '-askedCount', '-_id'),
      index('communityId', 'status', 'reviewOn'),
      index('communityId', 'updatedAt', '_id'),
      index('communityId', 'searchKeys', '-updatedAt', '-_id'),
      outbox,
    ],
  },
  {
    name: 'faq_helps',
    zh: '回答有帮助',
    indexes: [index('subjectId', 'status'), index('communityId', 'day', 'status', 'source'), outbox],
  },
  { name: 'desk_days', zh: '每日问答数', indexes: [index('communityId', 'date')] },
  { name: 'faq_marks', zh: '问答整理进度', indexes: [] },
  {
    name: 'public_questions',
    zh: '公开答复',
    indexes: [
      index('communityId', 'status', '-updatedAt', '-_id'),
      index('communityId', 'status', 'pendingCount'),
      index('communityId', 'askerId', '-updatedAt'),
      index('communityId', 'searchKeys', '-updatedAt', '-_id'),
      index('tellFollowers.at'),
      outbox,
    ],
  },
  {
    name: 'public_marks',
    zh: '我也遇到、感谢',
    indexes: [index('questionId', 'kind', '_id'), index('communityId', 'personId', 'kind', '-at')],
  },
  {
    name: 'threads',
    zh: '服务台会话',
    indexes: [
      index('communityId', 'askerId', 'updatedAt'),
      index('communityId', 'updatedAt'),
      index('communityId', 'status', 'updatedAt', '_id'),
      index('communityId', 'status', 'taker.personId', 'updatedAt', '_id'),
      index('communityId', 'replyDueAt', '_id'),
      index('communityId', 'askedAt', '_id'),
      index('communityId', 'status', 'askedAt', '_id'),
      index('communityId', 'searchKeys', '-updatedAt', '-_id'),
      index('communityId', 'askerId', 'searchKeys', '-updatedAt', '-_id'),
      index('status', 'updatedAt'),
      index('wakeAt'),
      index('askedAt', '_id'),
      index('communityId', 'firstRepliedAt'),
      index('communityId', 'faqShown'),
      index('communityId', 'promiseDueAt'),
      index('communityId', 'isUrgent', 'status', 'updatedAt'),
      index('communityId', 'gridId', '-updatedAt', '-_id'),
      index('tellAskerAt'),
      index('communityId', 'status', 'recorded.phoneBlankedAt', 'recorded.at'),
      outbox,
    ],
  },
  {
    name: 'thread_notes',
    zh: '内部备注',
    indexes: [index('threadId', '-createdAt', '-_id'), outbox],
  },
  { name: 'message_chunks', zh: '较早的消息', indexes: [] },
  { name: 'phrases', zh: '常用回复', indexes: [index('communityId', 'status'), outbox] },
  {
    name: 'thread_visits',
    zh: '会话查看记录',
    indexes: [
      index('communityId', '-at', '-_id'),
      index('communityId', 'threadId', '-at', '-_id'),
      index('at'),
    ],
  },
  { name: 'looks', zh: '谁正在看哪条会话', indexes: [index('communityId', 'seenAt'), index('seenAt')] },
  {
    name: 'wishes',
    zh: '微心愿',
    indexes: [
      index('communityId', 'status', '-updatedAt', '-_id'),
      index('communityId', 'status', 'submittedAt', '_id'),
      index('communityId', 'wisherId', '-updatedAt'),
      index('communityId', 'claimer.personId', '-updatedAt'),
      index('communityId', 'heldAt', '_id'),
      index('communityId', 'status', 'contactBlankedAt', 'updatedAt'),
      outbox,
    ],
  },
  {
    name: 'activities',
    zh: '活动',
    indexes: [
      index('communityId', 'endsAt', '_id'),
      index('communityId', 'roll.personId', 'endsAt'),
      index('status', 'endsAt'),
      outbox,
    ],
  },
  {
    name: 'notices',
    zh: '安全提示',
    indexes: [
      index('communityId', 'targetKeys', 'endsAt'),
      index('communityId', 'status', '-updatedAt', '-_id'),
      index('communityId', 'status', 'endsAt'),
      index('status', 'endsAt'),
      outbox,
    ],
  },
  {
    name: 'answers',
    zh: '安全提示回执',
    indexes: [
      index('noticeId', 'revision', 'buildingId'),
      index('communityId', 'householdId', 'status', '-answeredAt'),
      outbox,
    ],
  },
];

/** Read marks and typing: told as they are, so that nobody reads the database for them (decision 0018). */
const SIGNS = ['askerReadSeq', 'deskReadSeq', 'askerTypingAt', 'deskTypingAt'] as const;

/**
 * Whose changes a platform that can (localcloud's `GET /live`) tells at once, under which topics, and when: not each
 * filed chunk, but what a sync would find. Elsewhere phones ask by themselves.
 */
export const watched = [
  {
    name: 'threads',
    fields: ['askerId', 'communityId'],
    when: ['updatedAt', ...SIGNS],
    tell: ['_id', 'version', ...SIGNS],
  },
  { name: 'looks', fields: ['communityId'], when: ['threadId', 'isTyping'] },
  { name: 'duty_alerts', fields: ['personId'], when: ['at'] },
] as const;

type Watched = (typeof watched)[number];

/** The topic under which changes of a collection are told to those whose field holds this value. */
export const topicOf = <Name extends Watched['name']>(
  name: Name,
  field: Extract<Watched, { name: Name }>['fields'][number],
  value: string,
): string => `${name}/${field}/${value}`;
