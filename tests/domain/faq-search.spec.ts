import { indexFaq } from '@domain/desk/faq-search';

const entries = [
  { question: '暖气不热怎么办？', keywords: ['暖气', '不暖和', '供暖'] },
  { question: '怎么办居住证？', keywords: ['居住证', '暂住证'] },
  { question: '广场舞声音太大找谁？', keywords: ['广场舞', '噪音', '扰民'] },
  { question: '社区能开哪些证明？', keywords: ['开证明', '证明'] },
];
const search = indexFaq(entries);
const first = (text: string) => search(text)[0]?.question;

describe('answers while typing', () => {
  it.each([
    ['家里暖气一点都不热', '暖气不热怎么办？'],
    ['屋里不暖和', '暖气不热怎么办？'],
    ['居住证在哪办', '怎么办居住证？'],
    ['楼下跳舞的吵死了 广场舞', '广场舞声音太大找谁？'],
    ['想开个证明', '社区能开哪些证明？'],
  ])('finds what "%s" is about', (text, question) => expect(first(text)).toBe(question));

  it.each(['', '的', '？？', 'hello there', '狗'])(
    'offers nothing for "%s" rather than something else',
    (text) => expect(search(text)).toEqual([]),
  );

  it('offers three at most', () => {
    const many = indexFaq(
      Array.from({ length: 9 }, (_, index) => ({ question: `暖气问题${index}`, keywords: ['暖气'] })),
    );
    expect(many('暖气')).toHaveLength(3);
  });
});
