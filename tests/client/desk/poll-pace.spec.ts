import { MINUTE } from '@domain/kernel/time';
import { nextPollIn, type Pace } from '@/features/desk/poll-pace';

const now = 1_000_000_000;
const pace = (part: Partial<Pace>): Pace => ({
  now,
  activeAt: now,
  expectingSince: null,
  failureCount: 0,
  isWatch: false,
  isLive: false,
  ...part,
});

it('reaches an open talk within three seconds while people are talking', () => {
  expect(nextPollIn(pace({}))).toBeLessThanOrEqual(3_000);
});

it('stays within three seconds for ten minutes after something was asked, though nothing happens', () => {
  const quiet = { activeAt: now - 9 * MINUTE };
  expect(nextPollIn(pace({ ...quiet, expectingSince: now - 9 * MINUTE }))).toBeLessThanOrEqual(3_000);
  expect(nextPollIn(pace({ ...quiet, expectingSince: null }))).toBe(5_000);
});

it('rests when nothing has happened for long', () => {
  expect(nextPollIn(pace({ activeAt: now - 11 * MINUTE }))).toBe(15_000);
});

it('never rests where somebody keeps watch', () => {
  expect(nextPollIn(pace({ activeAt: now - 60 * MINUTE, isWatch: true }))).toBe(2_000);
});

it('hardly ever asks where the server tells of changes, and asks again soon once it has failed', () => {
  expect(nextPollIn(pace({ isLive: true, isWatch: true }))).toBe(MINUTE);
  expect(nextPollIn(pace({ isLive: true, failureCount: 1 }))).toBe(2_000);
});

it('does not hammer a network that is gone', () => {
  expect([1, 2, 3, 4, 9].map((failureCount) => nextPollIn(pace({ failureCount })))).toEqual([
    2_000, 4_000, 8_000, 15_000, 15_000,
  ]);
});
