import {
  firstSearchKeys,
  moreSearchKeys,
  SEARCH_LIMITS,
  searchKeysFor,
  threadNumber,
} from '@domain/desk/thread-search';
import { fillPhrase } from '@domain/desk/phrase.schema';

const opening = {
  _id: 'thread-0123456789abcdef01a1b2c3',
  askerName: '张桂兰',
  askerHomeLabel: '5号楼1单元502室',
};
const finds = (query: string, keys: readonly string[]) => {
  const wanted = searchKeysFor(query);
  return wanted.length > 0 && wanted.every((key) => keys.includes(key));
};

describe('the words by which a conversation is found', () => {
  const keys = firstSearchKeys(opening, '暖气不热，WiFi也断了，电话 13837112345');

  it.each([
    '张',
    '张桂',
    '桂兰',
    '张桂兰',
    '5号楼',
    '５号楼',
    '502',
    '5号楼1单元502室',
    '暖气',
    '暖气不热',
    'wifi',
    'WIFI',
    '13837112345',
    '2345',
    'A1B2C3',
    'a1b2c3',
    '张桂兰 暖气',
  ])('are met by %s', (query) => expect(finds(query, keys)).toBe(true));

  it.each(['李', '6号楼', '02', '冷气', '13837112346', 'B2C3', '气暖', '', '？', '👵🏻', '*', '$where'])(
    'are not met by %s',
    (query) => expect(finds(query, keys)).toBe(false),
  );

  it('grow with what is said, only at the end, and never without bound', () => {
    const grown = moreSearchKeys(keys, '师傅明天上门');
    expect(grown.slice(0, keys.length)).toEqual(keys);
    expect(finds('明天上门', grown)).toBe(true);
    expect(moreSearchKeys(grown, '师傅明天')).toBe(grown);
    let all: readonly string[] = keys;
    for (let index = 0; index < 40; index += 1) {
      const word = Array.from({ length: 100 }, (_, at) => String.fromCharCode(0x4e00 + index * 100 + at));
      all = moreSearchKeys(all, word.join(''));
    }
    expect(all).toHaveLength(SEARCH_LIMITS.keysPerThread);
  });

  it('stay short enough for an index, and few enough for a query', () => {
    const wild = firstSearchKeys(opening, `${'a'.repeat(1000)}${'长'.repeat(1000)}`);
    expect(Math.max(...wild.map((key) => key.length))).toBeLessThanOrEqual(SEARCH_LIMITS.wordMax);
    expect(searchKeysFor('楼道里的声控灯坏了好几天了晚上下楼看不见台阶')).toHaveLength(
      SEARCH_LIMITS.keysPerQuery,
    );
  });

  it('include a number short enough to say over the phone', () => {
    expect(threadNumber(opening._id)).toBe('A1B2C3');
    expect(threadNumber('help-x')).toBe('HELPX');
  });
});

describe('a ready-made answer', () => {
  const facts = { 称呼: '张桂兰', 住址: '', 我: '赵敏', 电话: '0371-67100001' };

  it('puts names where their placeholders stand, and leaves what is not known to be filled in', () => {
    expect(fillPhrase('{称呼}您好，我是{我}，{称呼}住{住址}吗？有事打{电话}', facts)).toBe(
      '张桂兰您好，我是赵敏，张桂兰住{住址}吗？有事打0371-67100001',
    );
    expect(fillPhrase('{天气}很好 $& {', facts)).toBe('{天气}很好 $& {');
  });
});
