/** Words that would tell neighbours who made a wish. Staff are reminded of them; they decide. */
const TELLTALES: readonly { readonly pattern: RegExp; readonly zh: string }[] = [
  { pattern: /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/, zh: '电话号码' },
  { pattern: /\d+\s*(号楼|栋|幢|单元|室|号院)/, zh: '门牌' },
  { pattern: /[\u4e00-\u9fa5](大爷|大娘|大妈|奶奶|爷爷|阿姨|叔叔|女士|先生)/, zh: '称呼' },
  {
    pattern:
      /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏][\u4e00-\u9fa5]{0,2}家的?(孩子|娃|儿子|女儿|老人)/,
    zh: '姓名',
  },
  { pattern: /(残疾|低保|癌|肿瘤|尿毒症|瘫痪|抑郁|艾滋)/, zh: '病情或困难' },
];

/** What in these words might tell who it is, e.g. `['电话号码', '门牌']`; empty when nothing was found. */
export const telltalesIn = (...words: readonly string[]): string[] =>
  TELLTALES.filter(({ pattern }) => words.some((word) => pattern.test(word))).map(({ zh }) => zh);
