import { afterTelling, nextTellIn, type Told } from '@/features/desk/look-pace';

/** Plays a minute at a conversation. @returns when colleagues were told, in seconds. */
function tellingTimes(isTypingAt: (second: number) => boolean): number[] {
  let told: Told | null = null;
  const times: number[] = [];
  for (let now = 0; now <= 60_000; now += 500) {
    const isTyping = isTypingAt(now / 1000);
    if (nextTellIn(now, 0, isTyping, told) > 0) continue;
    told = afterTelling(now, isTyping, told);
    times.push(now / 1000);
  }
  return times;
}

describe('telling colleagues where I am', () => {
  it('takes one write in fifteen seconds, after a moment that tells staying from passing', () =>
    expect(tellingTimes(() => false)).toEqual([1, 16, 31, 46]));

  it('tells the beginning of typing at once, and then keeps its turns', () =>
    expect(tellingTimes((second) => second >= 5)).toEqual([1, 5, 20, 35, 50]));

  it('is not driven faster by somebody who starts and stops all the time', () => {
    const times = tellingTimes((second) => Math.floor(second) % 2 === 0);
    expect(times.length).toBeLessThanOrEqual(9);
  });
});
