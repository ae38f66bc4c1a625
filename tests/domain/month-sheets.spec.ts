import type { FiguresView, SheetRow } from '@domain/desk/figures.schema';
import { monthSheets } from '@/features/figures/month-sheets';
import { workbookOfSheets } from '@/services/workbook';
import { readWorkbookSheets } from '../support/workbook-reader';

const numbers = {
  asked: 3,
  due: 3,
  inTime: 2,
  late: 1,
  ended: 0,
  fixed: 0,
  notFixed: 0,
  rated: 1,
  satisfied: 1,
  unsatisfied: 0,
};
const figures: FiguresView = {
  fromOn: '2026-11-01',
  untilOn: '2026-11-30',
  countedAt: Date.UTC(2026, 10, 30, 16),
  leftOutCount: 1,
  totals: numbers,
  byHour: [{ key: '2', name: '2点', ...numbers }],
  byTopic: [{ key: 'repair', name: '物业维修', ...numbers }],
  byBuilding: [{ key: 'b01', name: '=1号楼', ...numbers }],
};
const row: SheetRow = {
  threadId: 't1',
  number: '00A1B2',
  askedAt: Date.UTC(2026, 10, 21, 18, 10),
  topic: '物业维修',
  buildingName: '',
  status: 'confirmed',
  repliedAfter: 150_000,
  isInTime: true,
  score: 'fair',
};

it('the month as a workbook has a sheet for each view, with counts, shares, dates and text as what they are', async () => {
  const blob = await workbookOfSheets(
    monthSheets(figures, [row, { ...row, repliedAfter: null, isInTime: false, score: null }]),
  );
  const sheets = readWorkbookSheets(Buffer.from(await blob.arrayBuffer()));
  expect(sheets.map(({ name, frozenRows, formulas }) => [name, frozenRows, formulas])).toEqual([
    ['合计', 1, 0],
    ['按时段', 1, 0],
    ['按主题', 1, 0],
    ['按楼栋', 1, 0],
    ['明细', 1, 0],
  ]);
  const [totals, byHour, , byBuilding, list] = sheets;
  expect(totals?.rows.map(([name, cell]) => [name?.value, cell?.value])).toContainEqual([
    '撤回或并入别的事（不计入）',
    1,
  ]);
  expect(byHour?.rows[0]?.map(({ value }) => value)).toEqual([
    '时段',
    '提问',
    '应答复',
    '按时答复',
    '按时答复率',
    '已结束',
    '确认解决',
    '解决率',
    '有评价',
    '满意',
    '满意率',
  ]);
  expect(byHour?.rows[1]?.[4]).toEqual({ type: 'number', value: expect.closeTo(2 / 3, 9), format: '0%' });
  expect(byHour?.rows[1]?.[7]).toEqual({ type: 'text', value: '—', format: '@' });
  expect(byBuilding?.rows[1]?.[0]).toEqual({ type: 'text', value: '=1号楼', format: '@' });
  expect(list?.rows[1]?.map(({ value }) => value)).toEqual([
    '00A1B2',
    expect.closeTo(46348 + 130 / 1440, 8),
    '物业维修',
    '未登记',
    '已确认解决',
    2,
    '是',
    '基本满意',
  ]);
  expect(list?.rows[2]?.slice(5).map(({ value }) => value)).toEqual(['没有答复', '否', '没有评价']);
});
