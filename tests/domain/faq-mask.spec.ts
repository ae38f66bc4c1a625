import { maskPersonal, tellsPersonal } from '@domain/desk/faq-mask';

const masked = (text: string, names: string[] = []) => maskPersonal(text, names).text;

describe('taking personal details out of what is made public', () => {
  it.each([
    ['我电话13837112345', '我电话（电话略）'],
    ['打138 3711 2345找我', '打（电话略）找我'],
    ['座机0371-66668888', '座机（电话略）'],
    ['身份证410102195003152345', '身份证（证件号略）'],
    ['我住3号楼2单元1502室', '我住（门牌略）'],
    ['3-2-1502漏水', '（门牌略）漏水'],
    ['住15号楼1203', '住（门牌略）'],
    ['1102室没人', '（门牌略）没人'],
    ['车是豫A12345', '车是（车牌略）'],
    ['微信号abc12345', '微信（略）'],
    ['写到zhang@example.com', '写到（邮箱略）'],
    ['我叫张桂兰', '我叫某某'],
    ['找王师傅和李大姐', '找某师傅和某大姐'],
  ])('hides it in "%s"', (text, plain) => expect(masked(text)).toBe(plain));

  it.each([
    '打12345或者96119、95598都行',
    '工作日上午8点半到11点半',
    '1、8、15、22号楼旁有充电棚',
    '每次借3本，借期30天',
    '高层3号楼电梯停了',
  ])('leaves "%s" as it is', (text) => {
    expect(maskPersonal(text, [])).toEqual({ text, maskedCount: 0 });
    expect(tellsPersonal(text)).toBe(false);
  });

  it('hides the people of the conversation wherever they are named, and counts every place', () => {
    expect(maskPersonal('张桂兰您好，张桂兰家的事请刘志明来', ['张桂兰', '刘志明'])).toEqual({
      text: '某某您好，某某家的事请某某来',
      maskedCount: 3,
    });
  });

  it('knows that a number or a door is still there, however often it is asked', () => {
    for (let times = 0; times < 3; times += 1) {
      expect(tellsPersonal('打13837112345')).toBe(true);
      expect(tellsPersonal('住3号楼2单元1502室')).toBe(true);
    }
  });
});
