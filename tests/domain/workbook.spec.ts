import { MINUTE } from '@domain/kernel/time';
import type { Cell } from '@domain/kernel/spreadsheet';
import { workbookOf } from '@/services/workbook';
import { readWorkbook } from '../support/workbook-reader';

const saved = async (title: string, rows: readonly (readonly Cell[])[]) =>
  readWorkbook(Buffer.from(await (await workbookOf(title, rows)).arrayBuffer()));

/** 2026-11-22 02:10 in China: day 46348 since 1900, and 130 minutes of it. */
const TEN_PAST_TWO = Date.UTC(2026, 10, 21, 18, 10);

describe('a table saved as a workbook', () => {
  it('keeps Chinese words, counts as numbers, and moments as dates by the clock of China', async () => {
    const { rows } = await saved('活动', [
      ['活动', '名额', '开始时间'],
      ['义诊 & "量血压" <周六>', 30, { at: TEN_PAST_TWO }],
    ]);
    expect(rows[1]).toEqual([
      { type: 'text', value: '义诊 & "量血压" <周六>', format: '@' },
      { type: 'number', value: 30, format: '' },
      {
        type: 'number',
        value: expect.closeTo(46348 + (130 * MINUTE) / 86_400_000, 8),
        format: 'yyyy-mm-dd hh:mm',
      },
    ]);
  });

  it.each(['=HYPERLINK("http://x","点我")', '+8613812345678', '-2+3', '@SUM(1)', '\t=1+1', '＝1+1', '|calc'])(
    'runs nothing: %s stays the text it is, also for who edits it',
    async (text) => {
      const { rows, formulas } = await saved('表', [[text], [text]]);
      expect(formulas).toBe(0);
      for (const row of rows) expect(row).toEqual([{ type: 'text', value: text, format: '@' }]);
    },
  );

  it('keeps long numbers as they are', async () => {
    const { rows } = await saved('表', [
      ['电话', '编号'],
      ['13812345678', 410102199001011],
    ]);
    expect(rows[1]).toEqual([
      { type: 'text', value: '13812345678', format: '@' },
      { type: 'text', value: '410102199001011', format: '@' },
    ]);
  });

  it('keeps the header in view, and columns wide enough to read', async () => {
    const { frozenRows, widths, name } = await saved('活动-进行中/报名', [
      ['名额', '开始时间', '说明'],
      [1, { at: TEN_PAST_TWO }, '很长'.repeat(100)],
    ]);
    expect(frozenRows).toBe(1);
    expect(widths.map(Math.round)).toEqual([10, 18, 48]);
    expect(name).toBe('活动-进行中 报名');
  });

  it('of thousands of rows is whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [`第${index}户`, index, { at: index * MINUTE }]);
    const read = await saved('名单', [['户', '数', '时间'], ...rows]);
    expect(read.rows).toHaveLength(5001);
    expect(read.rows[5000]?.[0]?.value).toBe('第4999户');
  });
});
