import { barOption } from '@/components/bar-option';
import { emsOf, longestOf, type Bar } from '@/components/bars';
import type { ChartLook } from '@/components/chart-look';

const LOOK: ChartLook = {
  ink: '#111111',
  inkSoft: '#222222',
  card: '#333333',
  track: '#444444',
  rest: '#555555',
  tones: { danger: '#d00000', waiting: '#e0a000', active: '#0000d0', done: '#00a000' },
  fontFamily: 'Noto Sans SC',
  fontPx: 20,
  strong: 600,
  isStill: false,
};
const bar = (name: string, count: number, part: Partial<Bar> = {}): Bar => ({
  id: name,
  name,
  count,
  words: `${count} 件`,
  label: name,
  tone: 'active',
  ...part,
});
const WAITS = [bar('超过3天', 1, { tone: 'danger' }), bar('不到1小时', 105)];
const lying = { isUpright: false, width: 600 };
const colours = (text: unknown) => new Set(JSON.stringify(text).match(/#[0-9a-f]{6}/g));

describe('what ECharts is told to draw', () => {
  it('has each bar by its name, with its exact count in words, from top to bottom', () => {
    const { yAxis, series } = barOption(WAITS, LOOK, lying);
    expect(yAxis).toMatchObject([
      { data: ['超过3天', '不到1小时'], inverse: true },
      { data: ['1 件', '105 件'], inverse: true, position: 'right' },
    ]);
    expect(series).toMatchObject([
      {
        data: [
          { value: 1, itemStyle: { color: '#d00000' } },
          { value: 105, itemStyle: { color: '#0000d0' } },
        ],
      },
    ]);
  });

  it('uses no colour but those of the theme', () => {
    const whole = [bar('1号楼', 3, { total: 9, tone: 'waiting' })];
    const given = colours(LOOK);
    for (const option of [barOption(WAITS, LOOK, lying), barOption(whole, LOOK, lying)]) {
      expect([...colours(option)].filter((colour) => !given.has(colour))).toEqual([]);
    }
  });

  it('tells a part from the rest of its whole by stripes as well, and draws both to one scale', () => {
    const whole = [bar('1号楼', 3, { total: 9 }), bar('2号楼', 4, { total: 4 })];
    const { series, xAxis } = barOption(whole, LOOK, lying);
    expect(series).toMatchObject([
      { stack: 'whole', data: [{ value: 3, itemStyle: { decal: {} } }, { value: 4 }] },
      { stack: 'whole', data: [6, 0] },
    ]);
    expect(xAxis).toMatchObject({ max: 9 });
  });

  it('leaves names and counts the room they need, and names no more than their share', () => {
    const { grid } = barOption(WAITS, LOOK, lying);
    const names = emsOf('不到1小时') * 20;
    expect(grid).toMatchObject({ left: names + 20, right: emsOf('105 件') * 20 + 20 });
    expect(barOption(WAITS, LOOK, { ...lying, width: 100 }).grid).toMatchObject({ left: 40 });
  });

  it('stands upright with counts on top, also the noughts', () => {
    const { xAxis, series } = barOption([bar('周六', 0), bar('今天', 2)], LOOK, {
      isUpright: true,
      width: 600,
    });
    expect(xAxis).toMatchObject({ data: ['周六', '今天'] });
    expect(series).toMatchObject([{ label: { show: true, position: 'top' } }]);
    expect(longestOf([bar('周六', 0)])).toBe(1);
  });

  it('stands still for who asked for less motion', () => {
    expect(barOption(WAITS, { ...LOOK, isStill: true }, lying).animation).toBe(false);
    expect(barOption(WAITS, LOOK, lying).animation).toBe(true);
  });
});
