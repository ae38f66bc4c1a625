import type { WishCategory } from '@domain/wishes/wish.schema';

/** Words by which a kind of wish is recognised; the first that fits counts. */
const SIGNS: readonly { readonly category: WishCategory; readonly words: RegExp }[] = [
  { category: 'schoolbag', words: /书包|文具|铅笔|水彩|画笔|本子/ },
  { category: 'textbook', words: /课本|图书|故事书|辅导书|字典|教材|绘本|读物|一本|一套书/ },
  { category: 'shoes', words: /鞋|靴|帽/ },
  { category: 'clothes', words: /衣|裤|裙|被|毯|棉袄|羽绒|围巾|手套|袜/ },
  { category: 'appliance', words: /电|收音机|风扇|热水壶|锅|洗衣机|冰箱|空调|台灯|取暖|冲水|微波/ },
  { category: 'errand', words: /帮|陪|教|修|送|接|代|搬|理发|打扫|拍照/ },
];

/** The kind a wish most likely is of, by its words; `other` when nothing tells. Empty words are of no kind. */
export const guessCategory = (title: string): WishCategory | '' =>
  title.trim() === '' ? '' : (SIGNS.find(({ words }) => words.test(title))?.category ?? 'other');
