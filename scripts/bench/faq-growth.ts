import type { FaqLead } from '@domain/desk/faq.schema';

/** Matters the demo's entries do not cover, ways to ask about one, and whom it concerns. */
const MATTERS =
  '身份证 护照 驾驶证 行驶证 公积金 个人所得税 不动产登记 公租房 人才补贴 结婚登记 离婚登记 收养登记 社保卡 工伤认定 退役军人优待 征兵报名 献血证 疫苗接种 殡葬补贴 公墓管理 路灯 门禁卡 快递柜 健身器材 蟑螂老鼠 绿化修剪 井盖 围墙 监控探头 宽带 有线电视 手机信号 信箱 报刊订阅 幼儿园 中考 高考 兴趣班 校服 助学贷款 篮球场 游泳馆 舞蹈比赛 书法展 电影放映 消夏晚会 月嫂 保姆 家电维修 开锁 水质检测 桶装水 洗衣店 理发店 菜市场 早餐摊 夜市 公交线路 地铁站 共享单车 出租车 洗车点 汽车年检 摩托车 营业执照 食品许可 税务登记 发票 商标 专利'.split(
    ' ',
  );
const ASPECTS =
  '怎么办理 需要准备哪些材料 收不收费 窗口几点上班 丢失了如何补办 能请人代办吗 外地户籍能办吗 多久可以办好 网上能办吗 办理进度怎么查 过期以后如何处理 对结果不满意找谁 有没有优惠政策 需要提前预约吗 可以邮寄吗'.split(
    ' ',
  );
const WHO = '居民 老年人 学生 租户 个体户 新业主 残疾人 军属 低收入家庭 企业职工'.split(' ');

/** Entries about other matters, each different, as many as asked for: what a large community's list would look like. */
export function grownEntries(count: number): FaqLead[] {
  return Array.from({ length: count }, (_, index) => {
    const matter = MATTERS[index % MATTERS.length] ?? '';
    const aspect = ASPECTS[Math.floor(index / MATTERS.length) % ASPECTS.length] ?? '';
    const round = Math.floor(index / (MATTERS.length * ASPECTS.length));
    const who = WHO[round % WHO.length] ?? '';
    return {
      faqId: `faq-grown-${index}`,
      question: `${who}的${matter}${aspect}？`,
      keywords: [matter, `${matter}${aspect.slice(0, 4)}`, `${who}${matter}`, `办${matter}`],
      reviewOn: '2099-12-31',
      helpedCount: index % 90,
    };
  });
}
