import type { VettedRole } from '@domain/desk/vetting.rules';

/** Residents whom the staff of the demo trust to answer publicly. */
export const VETTED_NEIGHBOURS: readonly {
  readonly openid: string;
  readonly role: VettedRole;
  readonly by: string;
  readonly note: string;
  readonly daysAgo: number;
}[] = [
  {
    openid: 'demo-fu',
    role: 'policyExpert',
    by: '王璐',
    note: '退休前在社保所窗口，熟悉养老、医保',
    daysAgo: 40,
  },
  {
    openid: 'demo-volunteer-zhou',
    role: 'microTeam',
    by: '宋雅琴',
    note: '在职党员，懂电、懂消防',
    daysAgo: 25,
  },
];

export type PublicPlan = {
  /** A part of the title of the thread it was made of. */
  readonly thread: string;
  readonly question: string;
  readonly detail: string;
  /** What the desk answers; empty while it does not. */
  readonly official: string;
  readonly answers: readonly {
    readonly openid: string;
    readonly text: string;
    readonly verdict: 'pending' | 'confirmed' | { readonly correction: string };
    readonly thanks: number;
  }[];
  readonly followers: number;
  readonly hoursAgo: number;
};

export const PUBLIC_QUESTIONS: readonly PublicPlan[] = [
  {
    thread: '人脸识别总是不通过',
    question: '养老认证人脸识别总是不通过怎么办？',
    detail: '老人眼皮耷拉，试了好几次都说不通过。',
    official: '',
    answers: [
      {
        openid: 'demo-fu',
        text: '我在社保所干过，常遇到。白天靠窗、摘掉帽子和老花镜，让孩子拿手机平举着，眨眼要慢。还不行就带身份证来社区窗口，工作人员在电脑上给做，不用刷脸。',
        verdict: 'confirmed',
        thanks: 11,
      },
    ],
    followers: 14,
    hoursAgo: 30,
  },
  {
    thread: '从窗户拉电线下来充电',
    question: '看到有人飞线充电，除了劝还能怎么办？',
    detail: '',
    official: '请拍下楼号和单元发到服务台，不用出面。网格员和物业当天上门，劝不住的转消防部门处理。',
    answers: [
      {
        openid: 'demo-volunteer-zhou',
        text: '千万别自己去拔，接头可能漏电。我们微团队每周三、周六晚上巡一遍，您说楼号我们先去看。打119也行。',
        verdict: { correction: '没有起火时请打96119举报；119留给正在起火的情况。其余说得对，谢谢微团队。' },
        thanks: 6,
      },
    ],
    followers: 8,
    hoursAgo: 52,
  },
  {
    thread: '住院押金条丢了',
    question: '住院押金条丢了还能办报销吗？',
    detail: '押金条找不到了，出院结算已经办完。',
    official: '',
    answers: [
      {
        openid: 'demo-fu',
        text: '能。报销看的是结算票据，不看押金条。押金条丢了，到医院住院处凭身份证补打预交金记录就行。',
        verdict: 'pending',
        thanks: 2,
      },
    ],
    followers: 3,
    hoursAgo: 9,
  },
  {
    thread: '低保年审需要什么',
    question: '低保年审需要带什么材料？',
    detail: '',
    official:
      '带低保证、身份证、户口簿和近半年的收入情况说明，家里情况有变化的带上证明。行动不便的跟服务台约，我们上门。',
    answers: [],
    followers: 5,
    hoursAgo: 75,
  },
];

/** Proposed by its asker, waiting for staff. */
export const PROPOSED_PUBLIC = '居住证快到期了';
