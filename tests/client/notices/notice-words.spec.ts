import { phaseOf, phaseWords, spanWords } from '@/features/notices/notice-words';

const at = (words: string) => Date.parse(`${words}+08:00`);
const now = at('2026-11-22T08:00:00');
const notice = (
  startsAt: string,
  endsAt: string,
  status: 'published' | 'cancelled' | 'ended' = 'published',
) => ({
  status,
  startsAt: at(startsAt),
  endsAt: at(endsAt),
});

describe('when a notice holds', () => {
  it('is said in the words neighbours use for near days', () => {
    expect(spanWords(at('2026-11-22T09:00:00'), at('2026-11-22T17:00:00'), now)).toBe('今天 09:00–17:00');
    expect(spanWords(at('2026-11-23T09:00:00'), at('2026-11-23T17:00:00'), now)).toBe('明天 09:00–17:00');
    expect(spanWords(at('2026-11-21T09:00:00'), at('2026-11-21T17:00:00'), now)).toBe('昨天 09:00–17:00');
  });

  it('names both days when it runs through a night', () => {
    expect(spanWords(at('2026-11-22T22:00:00'), at('2026-11-23T06:00:00'), now)).toBe(
      '今天 22:00 到 明天 06:00',
    );
  });

  it('ends at 24:00 of the evening people mean, not at 00:00 of the day after', () => {
    expect(spanWords(at('2026-11-22T20:00:00'), at('2026-11-23T00:00:00'), now)).toBe('今天 20:00–24:00');
    expect(spanWords(at('2026-11-22T20:00:00'), at('2026-11-24T00:00:00'), now)).toBe(
      '今天 20:00 到 明天 24:00',
    );
  });

  it('gives date and weekday for days that no word names', () => {
    expect(spanWords(at('2026-11-27T09:00:00'), at('2026-11-27T17:00:00'), now)).toBe(
      '11月27日 周五 09:00–17:00',
    );
  });
});

describe('how far a notice is', () => {
  it.each([
    ['2026-11-22T09:30:00', '2026-11-22T17:00:00', 'published', '1小时后开始'],
    ['2026-11-22T08:20:00', '2026-11-22T17:00:00', 'published', '20分钟后开始'],
    ['2026-11-23T00:30:00', '2026-11-23T17:00:00', 'published', '明天开始'],
    ['2026-11-27T09:30:00', '2026-11-27T17:00:00', 'published', '5天后开始'],
    ['2026-11-22T08:00:30', '2026-11-22T17:00:00', 'published', '马上开始'],
    ['2026-11-22T07:00:00', '2026-11-22T17:00:00', 'published', '正在进行'],
    ['2026-11-21T07:00:00', '2026-11-22T08:00:00', 'published', '已结束'],
    ['2026-11-22T07:00:00', '2026-11-22T17:00:00', 'cancelled', '已取消'],
  ] as const)('from %s to %s, %s, reads %s', (startsAt, endsAt, status, words) => {
    expect(phaseWords(notice(startsAt, endsAt, status), now)).toBe(words);
  });

  it('is over once the cloud ended it, whatever this phone believes the time is', () => {
    expect(phaseOf(notice('2026-11-22T07:00:00', '2026-11-22T17:00:00', 'ended'), now)).toBe('over');
  });
});
