import { ACTIVITY_LIMITS } from '@domain/activities/activity.schema';
import { nearDay, ownPlace, standingOf, whenItIs } from '@/features/activities/activity-words';
import { activityView, at } from './activity-views';

const now = at('2026-11-20T10:00:00');
const mine = { status: 'waiting', ticketCode: '4821', position: 2, promotedAt: null } as const;

describe('how an activity stands', () => {
  it.each([
    ['seats are left', {}, now, '还剩3个名额'],
    ['the last seat went', { seatsLeft: 0 }, now, '名额已满，可候补'],
    [
      'the queue is full too',
      { seatsLeft: 0, waitingCount: ACTIVITY_LIMITS.waitlistMax },
      now,
      '名额和候补都满了',
    ],
    ['sign-up closed', {}, at('2026-11-21T18:00:00'), '报名已截止'],
    ['it has begun', {}, at('2026-11-22T09:30:00'), '正在进行'],
    ['it is over though nobody ended it', {}, at('2026-11-22T11:00:00'), '活动已结束'],
    ['it was called off', { status: 'cancelled' as const }, now, '活动已取消'],
  ])('is said when %s', (_when, part, moment, words) => {
    expect(standingOf(activityView(part), moment).words).toBe(words);
  });
});

describe('the reader’s own place', () => {
  it('counts the queue from one', () => {
    expect(ownPlace(activityView({ mine }))?.words).toBe('候补第2位');
  });

  it('is nothing for somebody who has not signed up', () => {
    expect(ownPlace(activityView())).toBeNull();
  });
});

describe('when an activity is', () => {
  it('gives one day and two times', () => {
    expect(whenItIs(activityView())).toBe('11月22日 周日 09:30–11:00');
  });

  it('gives both days when it ends on another', () => {
    expect(whenItIs(activityView({ endsAt: at('2026-11-23T17:00:00') }))).toBe(
      '11月22日 周日 09:30–11月23日 周一 17:00',
    );
  });

  it('names the near days, and neither a past nor a far one', () => {
    expect(nearDay(at('2026-11-20T23:00:00'), now)).toBe('今天');
    expect(nearDay(at('2026-11-22T00:00:00'), now)).toBe('后天');
    expect(nearDay(at('2026-11-19T23:00:00'), now)).toBeNull();
    expect(nearDay(at('2026-11-23T00:00:00'), now)).toBeNull();
  });
});
