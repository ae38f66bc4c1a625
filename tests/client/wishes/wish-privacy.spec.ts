import { telltalesIn } from '@/features/wishes/wish-privacy';

describe('what could tell neighbours whose wish it is', () => {
  it.each([
    ['给13837112345打电话', ['电话号码']],
    ['送到3号楼2单元', ['门牌']],
    ['王奶奶想要一个电饭煲', ['称呼']],
    ['李阳家孩子想要一盏护眼台灯', ['姓名']],
    ['我家吃低保，想要一床被子', ['病情或困难']],
    ['李大爷家在5号楼', ['门牌', '称呼']],
  ])('is found in 「%s」', (words, found) => {
    expect(telltalesIn('', words)).toEqual(found);
  });

  it('is not found in a card that only names a thing', () => {
    expect(telltalesIn('一个小学生书包', '蓝色的，我家孩子4年级用，要2个')).toEqual([]);
  });
});
