import type { Channel } from '@domain/desk/casework.schema';

/** What staff wrote down for neighbours without the app in the last hours. `flat` counts the homes without the app. */
export const RECORDED: readonly {
  readonly id: string;
  readonly minutesAgo: number;
  readonly channel: Channel;
  readonly flat: number;
  readonly callerName: string;
  readonly text: string;
  readonly answer: string;
  readonly isResolved: boolean;
}[] = [
  {
    id: 'thread-recorded-1',
    minutesAgo: 52,
    channel: 'phone',
    flat: 0,
    callerName: '韩大爷',
    text: '厨房墙里的水管裂了，水往楼道里流，夜里要结冰',
    answer:
      '先帮您把总阀关上，马上通知楼上几户停用水。师傅说管子冻住了，明天一早才能换，今晚安排人在楼道扫水。',
    isResolved: false,
  },
  {
    id: 'thread-recorded-2',
    minutesAgo: 260,
    channel: 'visit',
    flat: 2,
    callerName: '吴阿姨',
    text: '来问高龄津贴这个月怎么还没到账',
    answer: '查过了，是银行卡换了号没有更新，已经当场帮您改好，下月15号一起补发。',
    isResolved: true,
  },
  {
    id: 'thread-recorded-3',
    minutesAgo: 9,
    channel: 'group',
    flat: 5,
    callerName: '群里的小周',
    text: '24号楼车库坡道那边往里灌水，谁管一下',
    answer: '看到了，物业的水泵已经过去，先别把车开下去。',
    isResolved: false,
  },
];

/** Words among colleagues: at which matter, whom they name, by whom (a turn of those on duty). */
export const NOTES: readonly {
  readonly threadId: string;
  readonly minutesAgo: number;
  readonly text: string;
  readonly mentions: readonly string[];
}[] = [
  {
    threadId: 'thread-recorded-1',
    minutesAgo: 44,
    text: '大爷耳朵背，打电话要多响几声；女儿在外地，别吓着她。@郭志强 明早请您陪师傅上门。',
    mentions: ['郭志强'],
  },
  {
    threadId: 'thread-recorded-1',
    minutesAgo: 20,
    text: '门岗老周已经到楼道了，盐和扫帚放在一层电表箱旁边。',
    mentions: [],
  },
  {
    threadId: 'thread-taken-3',
    minutesAgo: 150,
    text: '老人去年摔过，腿脚不方便，上门时带个板凳。',
    mentions: [],
  },
];

export const WATCH = {
  threadId: 'thread-recorded-1',
  minutesAgo: 40,
  who: '门岗老周',
  what: '每小时看一次楼道，有水就扫，别结冰',
} as const;

export const TRANSFER = {
  threadId: 'thread-taken-3',
  minutesAgo: 145,
  to: '王璐',
  reason: '养老认证归您的窗口，上门一次就能办好',
} as const;

/** The same water, told by two neighbours. */
export const RELATED = ['thread-recorded-3', 'thread-waiting-3'] as const;
