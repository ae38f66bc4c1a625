/** What somebody's words may give away, and what stands there instead once they are made public. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\d{17}[\dXx]/g, '（证件号略）'],
  [/(^|\D)1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g, '$1（电话略）'],
  [/(^|\D)0\d{2,3}-?\d{7,8}(?!\d)/g, '$1（电话略）'],
  [/[\w.+-]+@[\w-]+\.[\w.]+/g, '（邮箱略）'],
  [/(微信|QQ|qq|vx|VX)号?[:：是]?\s?[A-Za-z0-9_-]{5,}/g, '$1（略）'],
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}/g, '（车牌略）'],
  [/\d+\s?(?:号楼|栋|幢)?[-\s]?\d+\s?单元[-\s]?\d{3,4}(?:室|号)?/g, '（门牌略）'],
  [/\d+\s?(?:号楼|栋|幢)[-\s]?\d{3,4}(?:室|号)?/g, '（门牌略）'],
  [/(^|\D)\d{1,2}-\d{1,2}-\d{3,4}(?!\d)/g, '$1（门牌略）'],
  [/(^|\D)\d{3,4}\s?(?:室|房间)/g, '$1（门牌略）'],
];

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const TITLES = '阿姨|大爷|大妈|大娘|叔叔?|奶奶|爷爷|师傅|女士|先生|老师|大哥|大姐|姐|哥|嫂|婶';
const TITLED = new RegExp(`[${SURNAMES}](?:[\\u4e00-\\u9fff]{0,2}?)(?=${TITLES})`, 'g');
const CALLED = new RegExp(`(我叫|名叫|叫做|姓名[:：]?\\s?)[${SURNAMES}][\\u4e00-\\u9fff]{1,2}`, 'g');

type Masked = { readonly text: string; readonly maskedCount: number };

const mask = ({ text, maskedCount }: Masked, pattern: RegExp, to: string): Masked => ({
  text: text.replace(pattern, to),
  maskedCount: maskedCount + (text.match(pattern) ?? []).length,
});

const withoutName = ({ text, maskedCount }: Masked, name: string): Masked => {
  const parts = text.split(name);
  return { text: parts.join('某某'), maskedCount: maskedCount + parts.length - 1 };
};

/** Text without personal details, and how many were taken out. `names`: people known to be in the conversation. */
export function maskPersonal(text: string, names: readonly string[]): Masked {
  const known = names.filter((name) => [...name].length >= 2).sort((a, b) => b.length - a.length);
  const nameless = known.reduce(withoutName, { text, maskedCount: 0 });
  const plain = PATTERNS.reduce((masked, [pattern, to]) => mask(masked, pattern, to), nameless);
  return mask(mask(plain, CALLED, '$1某某'), TITLED, '某');
}

/** Whether text still tells somebody's number, door or plate. Names are for a person to see. */
export const tellsPersonal = (text: string): boolean =>
  PATTERNS.some(([pattern]) => text.search(pattern) >= 0);
