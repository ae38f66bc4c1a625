import { soundOf, soundsOfLetters } from '@domain/desk/faq-sound';

const soundsOf = (text: string) => [...text].map(soundOf);

describe('how words sound', () => {
  it.each([
    ['暖器', '暖气'],
    ['居住正', '居住证'],
    ['包销', '报销'],
    ['医保', '一宝'],
    ['是', '四'],
    ['能', '棱'],
    ['心', '星'],
  ])('hears %s and %s as one', (one, other) => expect(soundsOf(one)).toEqual(soundsOf(other)));

  it('tells different sounds apart, and a rare character from everything', () => {
    expect(soundOf('水')).not.toBe(soundOf('电'));
    expect(soundOf('龘')).toBe(0);
  });

  it('reads pinyin from end to end or not at all', () => {
    expect(soundsOfLetters('nuanqi')).toEqual(soundsOf('暖气'));
    expect(soundsOfLetters('xian')).toHaveLength(1);
    expect(soundsOfLetters('hello')).toBeNull();
    expect(soundsOfLetters('wifi')).toBeNull();
  });
});
