import type { PlaceInput } from '@domain/desk/message-place';

/** A step of a scripted conversation: who, how many minutes after the step before, the words, and where it is. */
export type Beat =
  | readonly [who: 'asker' | 'desk', after: number, words: string, place?: PlaceInput]
  | readonly [move: 'take' | 'takeOver' | 'resolve' | 'confirm' | 'reopen' | 'withdraw', after: number]
  | readonly [move: 'handBack', after: number, reason: string];

export type Story = {
  readonly id: string;
  readonly asker: string;
  readonly days: number;
  readonly hour: number;
  readonly minute: number;
  readonly opening: string;
  readonly beats: readonly Beat[];
};

/** Conversations of the people from the newspaper pages, as this desk would have had them. */
export const STORIES: readonly Story[] = [
  {
    id: 'thread-li-pipe',
    asker: 'demo-li-nainai',
    days: -12,
    hour: 21,
    minute: 36,
    opening: '闺女，我家操作台下面的水管堵了，阳台上都是水，家里就我一个人，能过来帮帮我吗',
    beats: [
      ['take', 1],
      ['desk', 1, '李奶奶您别着急，先别动水，站到干的地方。我和物业师傅现在就过去，十分钟到您家。'],
      ['asker', 2, '好好，我等着你们', { isHome: true, note: '厨房操作台下面' }],
      ['desk', 1, '我在楼门群里请楼上邻居先暂停用水了，这样水就不会再往外冒。'],
      [
        'desk',
        38,
        '李奶奶，师傅看过了，是管子冻住了又堵，要等明天天亮才能疏通。水我们都扫干净了，您脚下当心滑。',
      ],
      ['asker', 3, '晚上楼上一用水我都不敢睡觉了'],
      ['desk', 2, '您安心睡。我请夜间门岗在您家楼下值守，每两小时看一次，有水他来扫，电话我也留给您了。'],
      ['desk', 645, '师傅已经到楼下了，现在上来给您疏通。'],
      ['desk', 70, '通好了，试了三遍水都顺。阳台的管子也包了保温棉，天冷不容易再冻。'],
      ['asker', 6, '太谢谢了，给你们添大麻烦了'],
      ['desk', 2, '不麻烦，应该的。有事随时喊我们，夜里也有人。'],
      ['resolve', 5],
      ['confirm', 12],
    ],
  },
  {
    id: 'thread-liu-aid',
    asker: 'demo-liu',
    days: -9,
    hour: 2,
    minute: 10,
    opening: '您好，孩子4岁要住院治疗，医院报销说要社区开证明，不知道怎么弄，这么晚打扰了',
    beats: [
      ['desk', 3, '不打扰，我们一直有人。您别着急，慢慢说，是哪家医院、要报销哪一项？'],
      ['asker', 4, '市里的儿童医院，诊断是孤独症，要长期做康复，花费有点大'],
      [
        'desk',
        5,
        '明白了。报销不用社区开证明，带住院票据、费用清单和诊断证明到街道医保窗口就可以。我把要带的东西列给您：票据原件、清单、出院记录、孩子户口本、您的身份证和银行卡。',
      ],
      ['asker', 3, '好的，原来不用开证明'],
      [
        'desk',
        4,
        '另外，您家这种情况可以申请爱心救助，民政专干上班后给您打电话，先登记到爱心救助台账，您看可以吗？',
      ],
      ['asker', 6, '可以可以，真的没想到，谢谢'],
      [
        'desk',
        430,
        '刘先生，民政专干那边登记好了，还需要孩子的诊断证明复印件和家庭收入情况，您有空拍给我就行。',
      ],
      ['asker', 180, '已经准备好了，周末给您送过去'],
      ['desk', 12, '不用专程跑，门岗代收也可以。材料齐了我就报上去，进展我在这里告诉您。'],
      ['desk', 7000, '刘先生，救助申请已经报到街道，审核大概要两三周，卡下来我通知您来领。'],
    ],
  },
  {
    id: 'thread-fu-craft',
    asker: 'demo-fu',
    days: -5,
    hour: 15,
    minute: 20,
    opening: '上次头花发夹课太有意思了，我做了两个，希望社区、社工多办几次，我们也有事做',
    beats: [
      ['desk', 4, '傅阿姨，看您做的发夹我们都夸好看！下一次课已经排上了，在“活动”里可以报名。'],
      ['asker', 5, '看到了，我已经报上了，还想带一个老姐妹来'],
      ['desk', 3, '欢迎，让她绑定住户以后自己报一个名额就行，满了会排队候补。'],
      ['asker', 7, '好，我教她'],
      ['resolve', 3],
      ['confirm', 9],
    ],
  },
  {
    id: 'thread-wang-han',
    asker: 'demo-volunteer-wang',
    days: -1,
    hour: 9,
    minute: 5,
    opening: '替5号楼的韩大爷问一下，他腿脚不方便，这两天路上结冰，冬季蔬菜包能不能送上门？',
    beats: [
      ['desk', 5, '能的，王师傅。韩大爷在送上门名单里，今天下午我和网格员一起送过去。'],
      ['asker', 6, '太好了，他家米也不多了，我顺路给他买一袋'],
      ['desk', 3, '谢谢您一直惦记他。韩大爷还许过一个心愿，想要一床厚被子，刚审核通过上墙了。'],
    ],
  },
];
