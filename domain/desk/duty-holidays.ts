import { dateOn } from '../kernel/time';

type Holiday = { readonly name: string; readonly from: string; readonly to: string };
type HolidayYear = {
  readonly year: number;
  /** Where the dates come from; shown nowhere, kept so that somebody can check them. */
  readonly source: string;
  readonly holidays: readonly Holiday[];
  /** Saturdays and Sundays on which offices work in exchange. */
  readonly workingWeekends: readonly string[];
};

/** Public holidays as data. A year is replaced as soon as its arrangement is announced, mostly in November before. */
const YEARS: readonly HolidayYear[] = [
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    workingWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  {
    year: 2027,
    source:
      '全国年节及纪念日放假办法（国务院令第795号，2025年1月1日起施行）的法定日期；调休安排待国务院办公厅通知',
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
      { name: '春节', from: '2027-02-05', to: '2027-02-08' },
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
      { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
      { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
      { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
    ],
    workingWeekends: [],
  },
];

/** What a day is besides a date: a public holiday by name, or a weekend on which offices work. */
export type DayMark = { readonly holiday: string | null; readonly isWorkingWeekend: boolean };

/** The mark of the day in China that holds this instant. A year we have no data for has no marks. */
export function dayMarkAt(instant: number): DayMark {
  const date = dateOn(instant);
  const year = YEARS.find((known) => date.startsWith(String(known.year)));
  const holiday = year?.holidays.find(({ from, to }) => from <= date && date <= to);
  return {
    holiday: holiday?.name ?? null,
    isWorkingWeekend: year?.workingWeekends.includes(date) ?? false,
  };
}
