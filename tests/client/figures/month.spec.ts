import {
  dayChoices,
  daysWords,
  monthBefore,
  monthFollowing,
  monthOf,
  sheetTitle,
} from '@/features/figures/month';

const TODAY = '2026-11-22';

describe('the days of the figures', () => {
  it('begin with the running month as far as it has come', () => {
    expect(monthOf(TODAY, TODAY)).toEqual({ fromOn: '2026-11-01', untilOn: TODAY });
    expect(daysWords(monthOf(TODAY, TODAY), TODAY)).toBe('2026年11月');
  });

  it('go back month by month, whole months of any length, over the end of a year', () => {
    const back = [...Array(10).keys()].reduce(
      (months) => [...months, monthBefore(months[months.length - 1] ?? monthOf(TODAY, TODAY), TODAY)],
      [monthOf(TODAY, TODAY)],
    );
    expect(back.slice(1, 4).map(({ untilOn }) => untilOn)).toEqual([
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
    ]);
    expect(back[9]).toEqual({ fromOn: '2026-02-01', untilOn: '2026-02-28' });
    expect(monthBefore(monthOf('2026-01-15', TODAY), TODAY)).toEqual({
      fromOn: '2025-12-01',
      untilOn: '2025-12-31',
    });
  });

  it('never go on into a month that has not begun', () => {
    expect(monthFollowing(monthOf('2026-10-05', TODAY), TODAY)).toEqual(monthOf(TODAY, TODAY));
    expect(monthFollowing(monthOf(TODAY, TODAY), TODAY)).toBeNull();
  });

  it('may be any days, which their name says', () => {
    const days = { fromOn: '2026-11-03', untilOn: '2026-11-09' };
    expect(daysWords(days, TODAY)).toBe('11月3日 周二 到 11月9日 周一');
    expect(sheetTitle(days, TODAY)).toBe('服务台统计-2026-11-03至2026-11-09');
    expect(sheetTitle(monthOf('2026-10-05', TODAY), TODAY)).toBe('服务台月报-2026-10');
    expect(dayChoices(TODAY)[0]).toEqual({ value: TODAY, text: '2026年11月22日' });
  });
});
