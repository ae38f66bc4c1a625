import { render, screen } from '@testing-library/react';
import { Pennant } from '@/components/pennant';
import { columnsOf } from '@/components/pennant-columns';
import { monthInWords } from '@/features/wishes/wish-pennant';

const about = { to: '热心邻居陈*', from: '许愿的邻居', date: '二〇二六年十一月' };

test('short thanks hang as columns without punctuation, as they would be embroidered', () => {
  expect(columnsOf('书包收到了，孩子很喜欢，谢谢您！')).toEqual(['书包收到了', '孩子很喜欢', '谢谢您']);
  expect(columnsOf('热心助邻')).toEqual(['热心助邻']);
});

test.each([
  ['a phrase too long for a column', '谢谢您一连三个周末上门'],
  ['more phrases than a pennant holds', '谢谢，谢谢，谢谢，谢谢'],
  ['letters that do not stand upright', '谢谢 Tony'],
  ['only punctuation', '！！'],
])('%s is written across', (_what, words) => {
  expect(columnsOf(words)).toBeNull();
});

test('a pennant is heard as one picture with every word of the thanks', () => {
  const words = '书包收到了，孩子很喜欢，谢谢您！';
  const { rerender } = render(<Pennant words={words} {...about} />);
  const heard = (said: string) => `锦旗。赠热心邻居陈*：${said}。许愿的邻居敬赠，二〇二六年十一月`;
  expect(screen.getByRole('img', { name: heard(words) })).toBeInTheDocument();
  const letter = '谢谢'.repeat(100);
  rerender(<Pennant words={letter} {...about} />);
  expect(screen.getByRole('img', { name: heard(letter) })).toHaveTextContent(letter);
});

test.each([
  ['2026-01-05', '二〇二六年一月'],
  ['2026-10-05', '二〇二六年十月'],
  ['2027-12-31', '二〇二七年十二月'],
])('%s is signed %s', (day, words) => {
  expect(monthInWords(Date.parse(`${day}T12:00:00+08:00`))).toBe(words);
});
