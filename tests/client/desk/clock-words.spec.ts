import { MINUTE, HOUR } from '@domain/kernel/time';
import { dayWords, replyClock, separatorWords, stopwatch, timeOf } from '@/features/desk/clock-words';

/** 2026-11-22 02:10 in China. */
const asked = Date.UTC(2026, 10, 21, 18, 10);
const waiting = { askedAt: asked, replyDueAt: asked + 10 * MINUTE, firstRepliedAt: null };

describe('the first-reply clock', () => {
  it('tells a neighbour that the question has just arrived', () => {
    expect(replyClock(waiting, asked + 20_000)).toEqual({
      isLate: false,
      words: '刚刚送达',
      promise: '承诺 10分钟内回复',
      share: 20_000 / (10 * MINUTE),
    });
  });

  it('counts the minutes waited against the promise', () => {
    const clock = replyClock(waiting, asked + 3 * MINUTE);
    expect(clock?.words).toBe('已等待 3分钟');
    expect(clock?.share).toBeCloseTo(0.3);
    expect(clock?.isLate).toBe(false);
  });

  it('says in words, not only in red, that the promise is broken', () => {
    expect(replyClock(waiting, asked + 15 * MINUTE)).toEqual({
      isLate: true,
      words: '已等待 15分钟',
      promise: '超过承诺 5分钟',
      share: 1,
    });
    expect(replyClock(waiting, asked + 10 * MINUTE)?.promise).toBe('刚过承诺时间');
  });

  it('is silent once the desk owes nothing', () => {
    expect(replyClock({ ...waiting, replyDueAt: null }, asked)).toBeNull();
  });

  it('promises a time of day for a matter that was answered before and came back', () => {
    const later = { askedAt: asked, firstRepliedAt: asked + MINUTE, replyDueAt: asked + 3 * HOUR };
    expect(replyClock(later, asked + 2 * HOUR)?.promise).toBe('承诺 05:10 前回复');
    expect(replyClock(later, asked + 4 * HOUR)).toMatchObject({ isLate: true, promise: '超过承诺 1小时' });
  });

  it('does not promise "within three days" when a matter comes back that never got a first reply', () => {
    const reopened = { askedAt: asked, firstRepliedAt: null, replyDueAt: asked + 72 * HOUR };
    expect(replyClock(reopened, asked + 71 * HOUR)?.promise).toBe('承诺 02:10 前回复');
  });
});

describe('times as people say them', () => {
  it('runs a stopwatch in minutes and seconds', () => {
    expect(stopwatch(133_000)).toBe('02:13');
    expect(stopwatch(-5)).toBe('00:00');
    expect(stopwatch(HOUR + 61_000)).toBe('01:01:01');
  });

  it('names tomorrow when a shift ends tomorrow', () => {
    expect(timeOf(asked + HOUR, asked)).toBe('03:10');
    expect(timeOf(asked + 24 * HOUR, asked)).toBe('明天 02:10');
    expect(timeOf(asked + 72 * HOUR, asked)).toBe('11月25日 02:10');
  });

  it('begins a day of messages with the day, and names the weekday further back', () => {
    const today = Date.UTC(2026, 10, 21, 16);
    expect(dayWords(asked, today)).toBe('今天 02:10');
    expect(dayWords(asked - 24 * HOUR, today)).toBe('昨天 02:10');
    expect(dayWords(asked - 72 * HOUR, today)).toBe('11月19日 周四 02:10');
    expect(dayWords(Date.UTC(2025, 0, 1, 0), today)).toBe('2025年1月1日 08:00');
  });

  it('tells the day between messages once it has passed', () => {
    const today = Date.UTC(2026, 10, 21, 16);
    expect(separatorWords(asked, today)).toBe('02:10');
    expect(separatorWords(asked - 24 * HOUR, today)).toBe('昨天 02:10');
    expect(separatorWords(asked - 72 * HOUR, today)).toBe('11月19日 02:10');
    expect(separatorWords(Date.UTC(2025, 0, 1, 0), today)).toBe('2025年1月1日 08:00');
  });
});
