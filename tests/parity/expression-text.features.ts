import { computes } from './computes';
import type { Feature } from './feature';

const at = new Date('2026-11-22T08:09:10.011Z');

const dates: readonly Feature[] = [
  computes('year', 'year', { at }, ($) => $.year('$at'), 2026),
  computes('month', 'month counts from one', { at }, ($) => $.month('$at'), 11),
  computes('dayOfMonth', 'dayOfMonth', { at }, ($) => $.dayOfMonth('$at'), 22),
  computes('dayOfWeek', 'dayOfWeek: Sunday is one', { at }, ($) => $.dayOfWeek('$at'), 1),
  computes('dayOfYear', 'dayOfYear', { at }, ($) => $.dayOfYear('$at'), 326),
  computes('hour', 'hour', { at }, ($) => $.hour('$at'), 8),
  computes('minute', 'minute', { at }, ($) => $.minute('$at'), 9),
  computes('second', 'second', { at }, ($) => $.second('$at'), 10),
  computes('millisecond', 'millisecond', { at }, ($) => $.millisecond('$at'), 11),
  computes('week', 'week begins on Sunday', { at }, ($) => $.week('$at'), 47),
  computes('isoDayOfWeek', 'isoDayOfWeek: Sunday is seven', { at }, ($) => $.isoDayOfWeek('$at'), 7),
  computes('isoWeek', 'isoWeek', { at }, ($) => $.isoWeek('$at'), 47),
  computes(
    'isoWeekYear',
    'the first days of January may belong to the year before',
    { at: new Date('2027-01-01T00:00:00Z') },
    ($) => $.isoWeekYear('$at'),
    2026,
  ),
  computes('hour', 'hour in China', { at }, ($) => $.hour({ date: '$at', timezone: '+08:00' }), 16),
  computes(
    'dateFromParts',
    'dateFromParts builds a date',
    {},
    ($) => $.dateFromParts({ year: 2026, month: 2, day: 8, hour: 12 }),
    new Date('2026-02-08T12:00:00Z'),
  ),
  computes(
    'dateFromString',
    'dateFromString reads a date',
    {},
    ($) => $.dateFromString({ dateString: '2026-05-14T09:38:51.686Z' }),
    new Date('2026-05-14T09:38:51.686Z'),
  ),
  computes(
    'dateToString',
    'dateToString writes a date',
    { at },
    ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S' }),
    '2026-11-22 08:09:10',
  ),
  computes(
    'dateToString',
    'dateToString writes the time of another place',
    { at },
    ($) => $.dateToString({ date: '$at', format: '%H:%M', timezone: 'Asia/Shanghai' }),
    '16:09',
  ),
  computes(
    'dateToString',
    'dateToString has words for no date',
    {},
    ($) => $.dateToString({ date: '$at', onNull: 'none' }),
    'none',
  ),
];

const texts: readonly Feature[] = [
  computes('concat', 'concat joins texts', { a: '锦绣', b: '城' }, ($) => $.concat(['$a', '$b']), '锦绣城'),
  computes('concat', 'concat with a missing text is null', { a: 'x' }, ($) => $.concat(['$a', '$b']), null),
  computes(
    'indexOfBytes',
    'indexOfBytes counts bytes',
    { a: '社区' },
    ($) => $.indexOfBytes(['$a', '区']),
    3,
  ),
  computes('indexOfCP', 'indexOfCP counts characters', { a: '社区' }, ($) => $.indexOfCP(['$a', '区']), 1),
  computes('split', 'split cuts a text', { a: '1-2-3' }, ($) => $.split(['$a', '-']), ['1', '2', '3']),
  computes('strLenBytes', 'strLenBytes counts bytes', { a: '社区' }, ($) => $.strLenBytes('$a'), 6),
  computes('strLenCP', 'strLenCP counts characters', { a: '社区' }, ($) => $.strLenCP('$a'), 2),
  computes(
    'strcasecmp',
    'strcasecmp does not mind capitals',
    { a: 'ABC' },
    ($) => $.strcasecmp(['$a', 'abc']),
    0,
  ),
  computes('substr', 'substr takes a part', { a: 'abcdef' }, ($) => $.substr(['$a', 1, 3]), 'bcd'),
  computes(
    'substrBytes',
    'substrBytes takes bytes',
    { a: '社区ab' },
    ($) => $.substrBytes(['$a', 3, 4]),
    '区a',
  ),
  computes('substrCP', 'substrCP takes characters', { a: '社区ab' }, ($) => $.substrCP(['$a', 1, 2]), '区a'),
  computes('toLower', 'toLower', { a: 'ABc' }, ($) => $.toLower('$a'), 'abc'),
  computes('toUpper', 'toUpper', { a: 'ABc' }, ($) => $.toUpper('$a'), 'ABC'),
];

/** Expressions over dates and text. */
export const textExpressionFeatures: readonly Feature[] = [...dates, ...texts];
