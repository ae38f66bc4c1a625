import * as z from 'zod/mini';
import { text } from '../kernel/input';

/** What a danger calls for; each kind has its first number and the first thing to do. */
export const EMERGENCY_KINDS = [
  'fire',
  'gas',
  'medical',
  'electric',
  'water',
  'crime',
  'life',
  'lift',
] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

type Guide = {
  readonly zh: string;
  /** The number to call first; null where the community's own gas company comes first. */
  readonly call: string | null;
  /** What to do before anybody comes: a few words each. */
  readonly first: readonly string[];
  readonly words: readonly string[];
};

/** Words of danger as residents write them. Longer than what they are part of, so that "灭火器" alarms nobody. */
export const EMERGENCIES: Readonly<Record<EmergencyKind, Guide>> = {
  fire: {
    zh: '着火',
    call: '119',
    first: ['马上离开，不要回去拿东西', '不坐电梯，弯腰走楼梯'],
    words: ['起火', '着火', '失火', '火灾', '冒烟', '烧起来', '着了火', '浓烟', '自燃'],
  },
  gas: {
    zh: '燃气泄漏',
    call: null,
    first: ['不开关电器、不点火', '关阀门、开窗，到屋外再打电话'],
    words: [
      '燃气泄漏',
      '煤气泄漏',
      '天然气泄漏',
      '漏气',
      '燃气味',
      '煤气味',
      '天然气味',
      '煤气中毒',
      '一氧化碳',
    ],
  },
  medical: {
    zh: '有人需要急救',
    call: '120',
    first: ['说清地址和症状', '不随意搬动，留人等在楼下'],
    words: [
      '晕倒',
      '昏倒',
      '昏迷',
      '叫不醒',
      '没有呼吸',
      '没呼吸',
      '喘不上气',
      '胸口疼',
      '胸痛',
      '心梗',
      '中风',
      '抽搐',
      '大出血',
      '流血不止',
      '摔倒起不来',
      '误服',
      '吃错药',
      '噎住',
    ],
  },
  electric: {
    zh: '触电',
    call: '120',
    first: ['先断电，不用手拉人', '用干木棍挑开电线'],
    words: ['触电', '电击', '漏电', '电着了', '被电了', '电线掉'],
  },
  water: {
    zh: '溺水',
    call: '110',
    first: ['大声呼救，抛绳或杆子', '不会水不下水'],
    words: ['溺水', '落水', '掉水里', '掉进水', '掉河里', '掉湖里', '掉井里', '淹了人'],
  },
  crime: {
    zh: '有人身危险',
    call: '110',
    first: ['躲到安全的地方，锁好门', '说清地点和人'],
    words: [
      '打人',
      '持刀',
      '拿刀',
      '砍人',
      '抢劫',
      '入室',
      '家暴',
      '跟踪我',
      '孩子丢了',
      '孩子不见了',
      '走失',
      '走丢',
    ],
  },
  life: {
    zh: '想不开',
    call: '110',
    first: ['陪在身边，不要留他一个人', '心理援助热线 12356，24小时'],
    words: ['轻生', '自杀', '跳楼', '要跳下去', '不想活', '活不下去', '割腕', '想死', '寻短见'],
  },
  lift: {
    zh: '电梯困人',
    call: '119',
    first: ['不扒门，按紧急呼叫', '靠墙站好，等人来'],
    words: ['电梯困人', '困在电梯', '被困电梯', '电梯困住', '关在电梯', '电梯里出不来', '电梯坠'],
  },
};

export type ExtraWord = { readonly word: string; readonly kind: EmergencyKind };

const plain = (words: string): string => words.replace(/[\s，。！？、,.!?~～…]/g, '');

/** The danger somebody writes of, the most pressing word first in the text; null when it is nothing of the kind. */
export function emergencyIn(words: string, extra: readonly ExtraWord[] = []): EmergencyKind | null {
  const said = plain(words);
  const known = [
    ...EMERGENCY_KINDS.flatMap((kind) => EMERGENCIES[kind].words.map((word) => ({ word, kind }))),
    ...extra,
  ];
  const found = known
    .map(({ word, kind }) => ({ kind, at: said.indexOf(plain(word)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.kind ?? null;
}

export const EMERGENCY_LIMITS = { wordMax: 12, extraMax: 60 } as const;
export const extraWordInput = z.object({
  word: text(EMERGENCY_LIMITS.wordMax, 2),
  kind: z.enum(EMERGENCY_KINDS),
});
export const gasPhoneInput = z
  .string()
  .check(z.trim(), z.regex(/^(|\d{3,5}|1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})$/));

/** Everything the card needs; kept on the phone, so that it is there without a network. */
export const emergencyTable = z.object({
  extra: z.array(z.object({ word: z.string(), kind: z.enum(EMERGENCY_KINDS) })),
  gasPhone: z.string(),
  dutyPhone: z.string(),
  version: z.number(),
});
export type EmergencyTable = z.output<typeof emergencyTable>;
