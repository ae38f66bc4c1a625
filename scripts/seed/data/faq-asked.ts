/** Questions that came to the desk and that no entry answers yet; the app made drafts of them. `thread`: a part of its title. */
export const ASKED_WITHOUT_ANSWER: readonly {
  readonly thread: string;
  readonly question: string;
  readonly askedCount: number;
}[] = [
  { thread: '早上起来水是黄的', question: '早上自来水发黄发浑，还能用吗？', askedCount: 9 },
  { thread: '小区东侧路灯坏了', question: '小区里的路灯坏了报给谁修？', askedCount: 7 },
  { thread: '寒假有没有托管班', question: '寒暑假有没有托管班？', askedCount: 6 },
  { thread: '健身器材的扶手松了', question: '健身器材坏了找谁修？', askedCount: 4 },
  { thread: '家里老跳闸', question: '一开油烟机就跳闸，是线路问题吗？', askedCount: 3 },
  { thread: '捡到一串钥匙', question: '捡到东西交到哪里，丢了东西怎么找？', askedCount: 2 },
];

/** An entry that staff began out of a thread, and one that no longer holds. */
export const DRAFT_FROM_THREAD = {
  thread: '电动车推进电梯',
  question: '电梯里能装阻拦电动车的装置吗？',
  answer:
    '可以。由物业提出方案和费用，征求本单元业主意见后安装电梯阻车系统，识别到电动车就不关门。请在服务台写明楼号，社区会和物业一起排进计划。',
  source: '锦绣城社区与物业联席会议纪要',
  owner: '郭志强',
} as const;

export const RETIRED_ENTRY = {
  question: '自来水水质检测报告在哪里看？',
  answer: '原先贴在物业公告栏，每季度更新一次。',
  source: '物业公告',
  owner: '郭志强',
  reason: '水务公司改为网上公布，待整理新的说法',
} as const;
