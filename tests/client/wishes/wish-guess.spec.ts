import { guessCategory } from '@/features/wishes/wish-guess';

test.each([
  ['一个小学生书包', 'schoolbag'],
  ['一本新华字典', 'textbook'],
  ['一双防滑鞋', 'shoes'],
  ['一床厚被子', 'clothes'],
  ['一台能听戏的收音机', 'appliance'],
  ['请人帮忙修一下轮椅', 'errand'],
  ['一副老花镜', 'other'],
  ['  ', ''],
])('who writes “%s” need not pick %s by hand', (title, category) =>
  expect(guessCategory(title)).toBe(category),
);
