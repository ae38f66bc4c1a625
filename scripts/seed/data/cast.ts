import type { Role } from '@domain/kernel/roles';

/** A neighbour of the demo with a story. The names are made up; what they bring comes from the newspaper pages. */
export type CastMember = {
  readonly openid: string;
  readonly name: string;
  /** What neighbours call them, as the role picker shows it. */
  readonly label: string;
  readonly note: string;
  readonly group: string;
  readonly home: { readonly buildingId: string; readonly entrance: number; readonly room: string };
  readonly extraRole?: Role;
  /** What they are besides residents, as the record's history says it. */
  readonly office?: string;
};

const at = (buildingId: string, entrance: number, room: string) => ({ buildingId, entrance, room });

export const RESIDENTS: readonly CastMember[] = [
  {
    openid: 'demo-li-nainai',
    name: '李秀兰',
    label: '李奶奶',
    note: '李秀兰，78岁，独居，5号楼；收到停水提示',
    group: '居民',
    home: at('b05', 1, '302'),
  },
  {
    openid: 'demo-zhang',
    name: '张慧敏',
    label: '张女士',
    note: '张慧敏，双职工家长，6号楼；楼上养狗的事刚办结，等她确认',
    group: '居民',
    home: at('b06', 2, '1103'),
  },
  {
    openid: 'demo-liu',
    name: '刘建军',
    label: '刘先生',
    note: '刘建军，双职工家长，18号楼',
    group: '居民',
    home: at('b18', 1, '2104'),
  },
  {
    openid: 'demo-fu',
    name: '傅玉梅',
    label: '傅阿姨',
    note: '傅玉梅，退休，2号楼；政策小达人，解答邻居的公开问题',
    group: '居民',
    home: at('b02', 2, '501'),
  },
];

export const VOLUNTEERS: readonly CastMember[] = [
  {
    openid: 'demo-volunteer-zhou',
    name: '周志远',
    label: '周志远',
    note: '志愿者、微团队，手上有一个认领的心愿',
    group: '志愿者',
    home: at('b12', 1, '804'),
    extraRole: 'volunteer',
    office: '志愿者',
  },
  {
    openid: 'demo-volunteer-wang',
    name: '王国强',
    label: '王国强',
    note: '党员志愿者，常帮韩大爷买菜取药',
    group: '志愿者',
    home: at('b07', 1, '601'),
    extraRole: 'volunteer',
    office: '党员志愿者',
  },
];

/** The grid workers whom the role picker offers; the others come from the register. */
export const GRID_WORKERS: readonly CastMember[] = [
  {
    openid: 'demo-xiaoan',
    name: '安晓彤',
    label: '小安',
    note: '安晓彤，第三网格（9、10号楼）网格员，会打非洲鼓',
    group: '网格员',
    home: at('b10', 2, '1202'),
    extraRole: 'gridWorker',
    office: '第三网格网格员',
  },
  {
    openid: 'demo-grid-ma',
    name: '马建华',
    label: '马建华',
    note: '第二网格（6至8号楼）网格员',
    group: '网格员',
    home: at('b08', 1, '403'),
    extraRole: 'gridWorker',
    office: '第二网格网格员',
  },
];

/** Someone who has asked to be bound to a household and waits for staff to confirm. */
export const APPLICANT: CastMember = {
  openid: 'demo-chen',
  name: '陈一鸣',
  label: '陈一鸣',
  note: '刚搬来20号楼，申请了绑定住户，等社区确认',
  group: '居民',
  home: at('b20', 1, '1502'),
};

/** Someone who has only just opened the app. */
export const NEWCOMER = {
  openid: 'demo-newcomer',
  label: '新邻居',
  note: '第一次打开，还没有绑定住户',
  group: '居民',
} as const;

/** 韩大爷 does not use the app: staff and volunteers speak for him. */
export const UNCLE_HAN = {
  name: '韩德山',
  phone: '13000009001',
  home: at('b05', 2, '101'),
} as const;
