/** Questions of the last hours: what staff find at the desk when the demo starts. */
export const WAITING_QUESTIONS: readonly { readonly minutesAgo: number; readonly words: string }[] = [
  { minutesAgo: 2, words: '刚回来发现单元门禁刷不开了，按了也没人应，能帮忙看看吗' },
  { minutesAgo: 6, words: '家里老人血压有点高，社区健康小屋今天还能量吗' },
  { minutesAgo: 11, words: '24号楼负一层车库进水了，水还在往里流，得有人来看看' },
];

/** Taken, and not settled yet. `said` is what the asker added and the desk still owes an answer to. */
export const TAKEN_QUESTIONS: readonly {
  readonly minutesAgo: number;
  readonly words: string;
  readonly answer: string;
  readonly said?: string;
  /** What the desk promised with the answer, and by when (a time of day, days from today). */
  readonly promise?: { readonly words: string; readonly days: number; readonly hour: number };
  /** What it waits for now. */
  readonly pause?: {
    readonly reason: 'resident' | 'parts' | 'weather';
    readonly note: string;
    readonly days: number;
  };
}[] = [
  {
    minutesAgo: 34,
    words: '楼下小广场的音响又开始了，孩子在上网课',
    answer: '收到，我现在给领队打电话，请她们先把音量调下来。',
    said: '好像还没调，我关着窗都听得见',
  },
  {
    minutesAgo: 95,
    words: '家里地暖分水器有一根管子在滴水，物业电话一直占线',
    answer: '先把分水器上那一路的小阀门关掉，用盆接着。我联系上物业值班师傅了，他处理完手上的就过去。',
    promise: { words: '师傅上门换分水器管子', days: 1, hour: 9.5 },
  },
  {
    minutesAgo: 190,
    words: '我妈养老认证提示照片不清楚，能不能来家里帮着弄一下',
    answer: '可以，网格员明天上午或下午上门，您看哪个时间方便？',
    said: '明天上午吧，十点以后都行',
  },
  {
    minutesAgo: 420,
    words: '我家门口的消防栓门关不严，里面好像少了水带',
    answer: '谢谢您发现，这个很要紧。已经请消防专员现场核对，补齐以后给您拍照。',
    pause: { reason: 'parts', note: '水带和门锁已订，供应商周内送到', days: 2 },
  },
  {
    minutesAgo: 1500,
    words: '建议给3号楼门口的坡道加个扶手，推轮椅上不去',
    answer: '这个建议好。我们约了物业和无障碍改造的师傅来量尺寸，定下时间告诉您。',
    promise: { words: '把量尺寸的时间告诉您', days: 0, hour: 18 },
  },
];

/** Asked and taken back: the matter had settled itself. */
export const WITHDRAWN_QUESTIONS: readonly string[] = [
  '快递柜打不开，里面有药，急用',
  '家里网断了是小区的问题吗',
  '孩子放学还没到家，电话也不接',
];

/** What staff say when they close a matter; the first word of thanks is the asker's. */
export const THANKS: readonly string[] = [
  '谢谢，解决了',
  '太及时了，给你们点赞',
  '好的，明白了，谢谢',
  '辛苦了，这么晚还在',
  '谢谢社区，真方便',
];

/** What an asker says when it was not settled after all, and what the desk answers then. */
export const RELAPSES: readonly { readonly ask: string; readonly answer: string }[] = [
  { ask: '好了半天，刚才又开始了', answer: '抱歉让您又等，我这就叫师傅再跑一趟，这次看完我们再走。' },
  {
    ask: '我去了那边，说还差一份材料，白跑一趟',
    answer: '对不起，是我没有问全。我和窗口通了电话，差的那份我们帮您打印好，您直接来拿。',
  },
  { ask: '对方答应得好好的，今天又这样了', answer: '收到，我们今天再上门，请对方写书面承诺。' },
];
