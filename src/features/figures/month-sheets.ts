import type { FigureGroup, FiguresView, SheetRow } from '@domain/desk/figures.schema';
import { RATING_WORDS } from '@domain/desk/thread.schema';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import type { Cell } from '@domain/kernel/spreadsheet';
import { MINUTE } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import type { SheetOfRows } from '@/services/workbook';
import { COUNT_NAMES, percentCell, RATES, type Numbers } from './rates';

const HEAD = [
  COUNT_NAMES.asked,
  ...RATES.flatMap(({ name, part, whole }) => [COUNT_NAMES[whole], COUNT_NAMES[part], name]),
];
const cellsOf = (numbers: Numbers): Cell[] => [
  numbers.asked,
  ...RATES.flatMap((rate) => [numbers[rate.whole], numbers[rate.part], percentCell(numbers, rate)]),
];

const grouped = (title: string, name: string, groups: readonly FigureGroup[]): SheetOfRows => ({
  title,
  rows: [[name, ...HEAD], ...groups.map((group) => [group.name, ...cellsOf(group)])],
});

const totals = ({ fromOn, untilOn, countedAt, leftOutCount, totals: all }: FiguresView): SheetOfRows => ({
  title: '合计',
  rows: [
    ['项目', '数'],
    ['开始日期', fromOn],
    ['结束日期', untilOn],
    ['统计时间', { at: countedAt }],
    [COUNT_NAMES.asked, all.asked],
    ...RATES.flatMap((rate): Cell[][] => [
      [COUNT_NAMES[rate.whole], all[rate.whole]],
      [COUNT_NAMES[rate.part], all[rate.part]],
      [COUNT_NAMES[rate.rest], all[rate.rest]],
      [rate.name, percentCell(all, rate)],
    ]),
    ['撤回或并入别的事（不计入）', leftOutCount],
  ],
});

const list = (rows: readonly SheetRow[]): SheetOfRows => ({
  title: '明细',
  rows: [
    ['编号', '提问时间', '主题', '楼栋', '状态', '首次答复（分钟）', '按时答复', '评价'],
    ...rows.map((row): Cell[] => [
      row.number,
      { at: row.askedAt },
      row.topic,
      row.buildingName || '未登记',
      labelOf(threadWorkflow, row.status),
      row.repliedAfter === null ? '没有答复' : Math.floor(row.repliedAfter / MINUTE),
      row.isInTime ? '是' : '否',
      row.score ? RATING_WORDS[row.score] : '没有评价',
    ]),
  ],
});

/** The month's workbook: totals, by hour, by topic, by building, and every conversation without names and words. */
export const monthSheets = (figures: FiguresView, rows: readonly SheetRow[]): SheetOfRows[] => [
  totals(figures),
  grouped('按时段', '时段', figures.byHour),
  grouped('按主题', '主题', figures.byTopic),
  grouped('按楼栋', '楼栋', figures.byBuilding),
  list(rows),
];
