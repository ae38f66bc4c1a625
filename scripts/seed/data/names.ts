/** Surnames with the commoner ones written more often, so that a list of neighbours reads like one. */
export const SURNAMES: readonly string[] = [
  ...'王王王王王李李李李李张张张张张刘刘刘刘陈陈陈杨杨杨赵赵赵黄黄周周吴吴徐徐孙孙胡胡朱朱',
  ...'高高林何郭郭马马罗梁宋宋郑郑谢韩韩唐冯于董萧程曹袁邓许许傅沈曾彭吕苏卢蒋蔡贾丁魏薛',
  ...'叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤',
];

const words = (list: string): readonly string[] => list.split(' ');

export const WOMEN: readonly string[] = [
  ...words('秀英 桂兰 玉梅 淑珍 凤英 秀兰 玉兰 桂英 春梅 秀珍 兰英 玉珍 素云 翠花 爱华 素芬 美荣'),
  ...words('丽 敏 静 燕 艳 娟 霞 红 芳 娜 丽娟 晓燕 海霞 红梅 雪梅 建华 春燕 文静 慧敏 丽华 俊霞'),
  ...words('婷 欣怡 雨涵 思琪 梦瑶 佳怡 晓彤 雅琪 诗涵 倩 莹 璐 洁 婷婷 佳慧 雪莹 梦洁 晓雯 亚楠 可心'),
];

export const MEN: readonly string[] = [
  ...words('建国 国强 德山 志强 建军 保国 长河 新民 福来 永强 文斌 庆祥 明远 大勇 金柱 铁成 守义'),
  ...words('伟 强 磊 军 勇 杰 涛 明 刚 平 建军 海涛 志刚 文涛 晓东 国庆 春生 红军 建伟 少华 俊峰'),
  ...words('浩然 子轩 宇航 俊杰 一鸣 天宇 泽宇 博文 思远 嘉豪 鹏飞 凯 斌 帅 晨 昊 家兴 志远 瑞 成龙'),
];
