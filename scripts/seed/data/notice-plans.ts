import type { Target } from '@domain/kernel/audience';
import type { NoticeInput } from '@domain/notices/notice.schema';
import type { DayTime } from '../clock';

type Words = Pick<NoticeInput, 'kind' | 'level' | 'title' | 'body' | 'whatToDo' | 'issuer'>;

/** A safety notice, its times relative to today, and how people answered it. */
export type NoticePlan = {
  readonly id: string;
  readonly words: Words;
  readonly target: Target;
  readonly publisher: string;
  readonly published: DayTime;
  readonly starts: DayTime;
  readonly ends: DayTime;
  /** An update that took the place of the first words, so many hours before now. */
  readonly revision?: { readonly hoursAgo: number; readonly words: Partial<Words>; readonly ends: DayTime };
  readonly cancelled?: { readonly at: DayTime; readonly reason: string };
  readonly isDraft?: true;
  /** How many of a hundred people on the app answered, those who need help, and homes told at the door. */
  readonly answers: {
    readonly percent: number;
    readonly helpNotes: readonly string[];
    readonly atDoor: number;
    /** What the first home that was told at the door needs help with. */
    readonly doorHelp?: string;
  };
};

const all: Target = { kind: 'all' };
const buildings = (...buildingIds: string[]): Target => ({ kind: 'places', buildingIds, gridIds: [] });
const grids = (...gridIds: string[]): Target => ({ kind: 'places', buildingIds: [], gridIds });
const nobody = { percent: 0, helpNotes: [], atDoor: 0 } as const;

const CURRENT: readonly NoticePlan[] = [
  {
    id: 'notice-water-works',
    words: {
      kind: 'water',
      level: 'yellow',
      title: '施工停水：更换5、6、7号楼供水阀门',
      body: '二次供水泵房更换老化阀门，5、6、7号楼停水，其他楼不受影响。',
      whatToDo:
        '请提前存水，关好水龙头和洗衣机进水阀；来水后先放几分钟再用。家里有行动不便的老人，请点“需要帮助”，我们送水上门。',
      issuer: '锦绣城社区、物业工程部',
    },
    target: buildings('b05', 'b06', 'b07'),
    publisher: '郭志强',
    published: { days: -1, hour: 16 },
    starts: { days: 1, hour: 9 },
    ends: { days: 1, hour: 15 },
    revision: {
      hoursAgo: 5,
      words: {
        body: '二次供水泵房更换老化阀门，5、6、7号楼停水，其他楼不受影响。施工单位增加一处阀门，停水时间延长到18点。',
      },
      ends: { days: 1, hour: 18 },
    },
    answers: {
      percent: 58,
      helpNotes: ['家里老人卧床，提不动水'],
      atDoor: 9,
      doorHelp: '腿脚不方便，请送两桶水',
    },
  },
  {
    id: 'notice-winter-safety',
    words: {
      kind: 'other',
      level: 'blue',
      title: '冬季用电用气安全提示',
      body: '天气转冷，取暖设备使用增多。近期周边小区发生过电暖器引燃衣物、燃气热水器通风不畅的险情。',
      whatToDo:
        '取暖器远离衣物被褥，人走断电；不用油汀烘衣服；燃气热水器要有烟道并开窗通风；睡前关燃气总阀；电动车和电池不进楼。需要上门检查的请点“需要帮助”。',
      issuer: '锦绣城社区、消防救援站',
    },
    target: all,
    publisher: '郭志强',
    published: { days: -4, hour: 9, minute: 30 },
    starts: { days: -4, hour: 9, minute: 30 },
    ends: { days: 18, hour: 20 },
    answers: {
      percent: 34,
      helpNotes: [
        '家里老人用炭盆取暖，怎么劝都不听',
        '燃气热水器没有烟道，想请人看看',
        '想请人检查一下老插座',
      ],
      atDoor: 26,
    },
  },
  {
    id: 'notice-lift-draft',
    words: {
      kind: 'works',
      level: 'blue',
      title: '电梯年检停运：18号楼',
      body: '18号楼两部电梯分上下午年检，每部停运约半天。',
      whatToDo: '请错峰出行，行动不便的住户请提前告诉物业。',
      issuer: '锦绣城社区、物业工程部',
    },
    target: buildings('b18'),
    publisher: '郭志强',
    published: { days: -1, hour: 10 },
    starts: { days: 4, hour: 8, minute: 30 },
    ends: { days: 4, hour: 18 },
    isDraft: true,
    answers: nobody,
  },
];

const EARLIER: readonly NoticePlan[] = [
  {
    id: 'notice-heating-test',
    words: {
      kind: 'heating',
      level: 'blue',
      title: '供暖管道打压试水，请家中留人',
      body: '供热企业对供暖管道注水打压，检查有无跑冒滴漏。',
      whatToDo: '请家中留人，打开暖气阀门，发现漏水马上关阀并打供热客服；装修过、改过管道的住户请特别留意。',
      issuer: '锦绣城社区、供热企业',
    },
    target: all,
    publisher: '郭志强',
    published: { days: -24, hour: 10 },
    starts: { days: -22, hour: 8 },
    ends: { days: -20, hour: 18 },
    answers: { percent: 22, helpNotes: ['出差不在家，能请人帮忙看一眼吗'], atDoor: 8 },
  },
  {
    id: 'notice-gale',
    words: {
      kind: 'weather',
      level: 'yellow',
      title: '大风降温提醒',
      body: '气象部门发布大风黄色预警，阵风较大并伴有明显降温。',
      whatToDo: '收好阳台花盆和晾晒物，远离广告牌和临时搭建物；老人孩子减少外出，注意添衣。',
      issuer: '锦绣城社区（转发气象部门）',
    },
    target: all,
    publisher: '马骏',
    published: { days: -15, hour: 17 },
    starts: { days: -15, hour: 20 },
    ends: { days: -13, hour: 8 },
    answers: { percent: 26, helpNotes: ['阳台外的空调支架松动，怕掉下去'], atDoor: 0 },
  },
  {
    id: 'notice-power-works',
    words: {
      kind: 'power',
      level: 'orange',
      title: '计划停电：15、16号楼配电检修',
      body: '供电公司更换15、16号楼低压配电柜，期间停电。',
      whatToDo: '电梯停运，请提前下楼办事；给手机充好电；使用制氧机等医疗设备的家庭请点“需要帮助”。',
      issuer: '锦绣城社区、供电公司',
    },
    target: grids('g06'),
    publisher: '郭志强',
    published: { days: -12, hour: 15 },
    starts: { days: -10, hour: 8 },
    ends: { days: -10, hour: 16 },
    answers: { percent: 63, helpNotes: ['家里老人用制氧机'], atDoor: 14 },
  },
  {
    id: 'notice-garage-water',
    words: {
      kind: 'flood',
      level: 'orange',
      title: '强降雨防范：地下车库请挪车',
      body: '预计夜间有强降雨，24、25号楼车库入口地势低，可能进水。',
      whatToDo: '请把车挪到地面或其他车库；不要在坡道口停留；物业已备好沙袋和水泵。',
      issuer: '锦绣城社区、物业',
    },
    target: buildings('b24', 'b25'),
    publisher: '郭志强',
    published: { days: -27, hour: 11 },
    starts: { days: -27, hour: 18 },
    ends: { days: -26, hour: 12 },
    answers: { percent: 55, helpNotes: [], atDoor: 6 },
  },
  {
    id: 'notice-gas-check',
    words: {
      kind: 'gas',
      level: 'yellow',
      title: '燃气管道保压检测：9、10号楼',
      body: '燃气公司对9、10号楼立管做保压检测，期间停气。',
      whatToDo: '请家中留人配合入户检查，停气期间关好灶前阀；恢复供气后先开窗再点火。',
      issuer: '锦绣城社区、燃气公司',
    },
    target: grids('g03'),
    publisher: '马骏',
    published: { days: -8, hour: 11 },
    starts: { days: -6, hour: 9 },
    ends: { days: -6, hour: 17 },
    cancelled: {
      at: { days: -7, hour: 18 },
      reason: '燃气公司调整检测日期，这次取消，不停气；新的时间定下来再通知。',
    },
    answers: { percent: 35, helpNotes: [], atDoor: 0 },
  },
];

export const NOTICE_PLANS: readonly NoticePlan[] = [...CURRENT, ...EARLIER];
