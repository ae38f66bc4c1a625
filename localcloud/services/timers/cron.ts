/** CloudBase's timer expression: seven fields, read in China's time. */
export type Cron = {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number> | undefined;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number> | undefined;
  readonly years: ReadonlySet<number>;
};

const CHINA_OFFSET_MS = 8 * 3600 * 1000;
const MONTH_NAMES = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAY_NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

type Field = {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
};

const FIELDS = {
  second: { name: 'second', min: 0, max: 59 },
  minute: { name: 'minute', min: 0, max: 59 },
  hour: { name: 'hour', min: 0, max: 23 },
  day: { name: 'day', min: 1, max: 31 },
  month: { name: 'month', min: 1, max: 12, names: MONTH_NAMES },
  weekday: { name: 'weekday', min: 0, max: 6, names: WEEKDAY_NAMES },
  year: { name: 'year', min: 1970, max: 2099 },
} as const satisfies Readonly<Record<string, Field>>;

const FIELD_COUNT = Object.keys(FIELDS).length;

/** Reads `second minute hour day month weekday year`. Throws an Error that names the field at fault. */
export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== FIELD_COUNT)
    throw new Error(`'${expression}' needs 7 fields: second minute hour day month weekday year`);
  const [seconds = '', minutes = '', hours = '', days = '', months = '', weekdays = '', years = ''] = parts;
  return {
    seconds: parseField(seconds, FIELDS.second),
    minutes: parseField(minutes, FIELDS.minute),
    hours: parseField(hours, FIELDS.hour),
    days: days === '*' ? undefined : parseField(days, FIELDS.day),
    months: parseField(months, FIELDS.month),
    weekdays: weekdays === '*' ? undefined : parseField(weekdays, FIELDS.weekday),
    years: parseField(years, FIELDS.year),
  };
}

function parseField(text: string, field: Field): Set<number> {
  const values = new Set<number>();
  for (const item of text.split(',')) for (const value of parseItem(item, field)) values.add(value);
  return values;
}

function* parseItem(item: string, field: Field): Generator<number> {
  const [, range, step] = /^([^/]+)(?:\/(\d+))?$/.exec(item) ?? [];
  if (range === undefined || step === '0') throw wrong(field, item);
  const [from, to] = bounds(range, step !== undefined, field, item);
  const size = field.max - field.min + 1;
  for (let value = from; value <= to; value += Number(step ?? 1))
    yield ((value - field.min) % size) + field.min;
}

function bounds(range: string, hasStep: boolean, field: Field, item: string): [number, number] {
  if (range === '*') return [field.min, field.max];
  const [first = '', last, ...rest] = range.split('-');
  if (rest.length > 0) throw wrong(field, item);
  const from = parseValue(first, field, item);
  if (last === undefined) return [from, hasStep ? field.max : from];
  const to = parseValue(last, field, item);
  if (to >= from) return [from, to];
  // MON-SUN ends with the week's first number: the documentation allows it, so the end is taken a week later.
  if (field.name === 'weekday' && to === 0) return [from, 7];
  throw wrong(field, item);
}

function parseValue(text: string, field: Field, item: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + field.min;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < field.min || value > field.max) throw wrong(field, item);
  return value;
}

function wrong(field: Field, item: string): Error {
  return new Error(`the timer field '${field.name}' cannot be '${item}'`);
}

/** The first time after `after` (exclusive) the expression names; undefined when there is none before 2100. */
export function nextRun(cron: Cron, after: Date): Date | undefined {
  // Calendar fields are read off a UTC date shifted by China's offset; China has no daylight saving time.
  const at = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000 + CHINA_OFFSET_MS);
  while (at.getUTCFullYear() <= 2099) {
    if (!cron.years.has(at.getUTCFullYear())) toMidnight(at, at.getUTCFullYear() + 1, 0, 1);
    else if (!cron.months.has(at.getUTCMonth() + 1))
      toMidnight(at, at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
    else if (!isDay(cron, at)) toMidnight(at, at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1);
    else if (!cron.hours.has(at.getUTCHours())) at.setUTCHours(at.getUTCHours() + 1, 0, 0);
    else if (!cron.minutes.has(at.getUTCMinutes())) at.setUTCMinutes(at.getUTCMinutes() + 1, 0);
    else if (!cron.seconds.has(at.getUTCSeconds())) at.setUTCSeconds(at.getUTCSeconds() + 1);
    else return new Date(at.getTime() - CHINA_OFFSET_MS);
  }
  return undefined;
}

function toMidnight(at: Date, year: number, month: number, day: number): void {
  at.setUTCFullYear(year, month, day);
  at.setUTCHours(0, 0, 0);
}

// When both a day of the month and a weekday are named, either one will do.
function isDay(cron: Cron, at: Date): boolean {
  const onDay = cron.days?.has(at.getUTCDate());
  const onWeekday = cron.weekdays?.has(at.getUTCDay());
  if (onDay !== undefined && onWeekday !== undefined) return onDay || onWeekday;
  return onDay ?? onWeekday ?? true;
}
