import { reference, type Db, type Feature } from './feature';

type Operators = Db['command']['aggregate'];

/** One aggregation operator: what `project` computes with it from one document. */
function computes(
  operator: string,
  title: string,
  doc: object,
  expression: ($: Operators) => unknown,
  expected: unknown,
): Feature {
  return {
    operation: `aggregate.${operator}`,
    title,
    link: reference(`command/aggregate/AggregateCommand.${operator}`),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', ...doc });
      const computed = { _id: 0, result: expression(db.command.aggregate) };
      const { data } = await db.collection(plain).aggregate().project(computed).end();
      expect(data).toEqual([expected === undefined ? {} : { result: expected }]);
    },
  };
}

const arithmetic: readonly Feature[] = [
  computes('abs', 'abs drops the sign', { n: -4 }, ($) => $.abs('$n'), 4),
  computes('abs', 'abs of null is null', { n: null }, ($) => $.abs('$n'), null),
  computes('add', 'add sums numbers', { a: 1, b: 2 }, ($) => $.add(['$a', '$b', 3]), 6),
  computes(
    'add',
    'add moves a date by milliseconds',
    { at: new Date(1000) },
    ($) => $.add(['$at', 500]),
    new Date(1500),
  ),
  computes('add', 'add with a missing field gives null', { a: 1 }, ($) => $.add(['$a', '$b']), null),
  computes('ceil', 'ceil rounds up', { n: -2.8 }, ($) => $.ceil('$n'), -2),
  computes('divide', 'divide divides', { n: 9 }, ($) => $.divide(['$n', 2]), 4.5),
  computes('exp', 'exp of zero is one', { n: 0 }, ($) => $.exp('$n'), 1),
  computes('floor', 'floor rounds down', { n: -2.2 }, ($) => $.floor('$n'), -3),
  computes('ln', 'ln of one is zero', { n: 1 }, ($) => $.ln('$n'), 0),
  computes('log', 'log takes number and base', { n: 8 }, ($) => $.log(['$n', 2]), 3),
  computes('log10', 'log10 counts the zeros', { n: 1000 }, ($) => $.log10('$n'), 3),
  computes('mod', 'mod gives the remainder', { n: 17 }, ($) => $.mod(['$n', 5]), 2),
  computes('multiply', 'multiply multiplies', { n: 3 }, ($) => $.multiply(['$n', '$n', 2]), 18),
  computes('pow', 'pow raises', { n: 3 }, ($) => $.pow(['$n', 4]), 81),
  computes('sqrt', 'sqrt takes the root', { n: 16 }, ($) => $.sqrt('$n'), 4),
  computes('subtract', 'subtract takes away', { n: 5 }, ($) => $.subtract(['$n', 7]), -2),
  computes(
    'subtract',
    'subtract gives the milliseconds between two dates',
    { from: new Date(1000), to: new Date(4000) },
    ($) => $.subtract(['$to', '$from']),
    3000,
  ),
  computes('trunc', 'trunc drops the fraction', { n: -2.8 }, ($) => $.trunc('$n'), -2),
];

const list = [1, 2, 3, 4];

const arrays: readonly Feature[] = [
  computes('arrayElemAt', 'arrayElemAt takes one element', { list }, ($) => $.arrayElemAt(['$list', 1]), 2),
  computes(
    'arrayElemAt',
    'a negative index counts from the end',
    { list },
    ($) => $.arrayElemAt(['$list', -1]),
    4,
  ),
  computes(
    'arrayElemAt',
    'past the end there is nothing',
    { list },
    ($) => $.arrayElemAt(['$list', 9]),
    undefined,
  ),
  computes(
    'arrayToObject',
    'arrayToObject makes fields of pairs',
    {
      list: [
        ['a', 1],
        ['b', 2],
      ],
    },
    ($) => $.arrayToObject('$list'),
    { a: 1, b: 2 },
  ),
  computes(
    'arrayToObject',
    'arrayToObject reads k and v',
    { list: [{ k: 'a', v: 1 }] },
    ($) => $.arrayToObject('$list'),
    { a: 1 },
  ),
  computes(
    'concatArrays',
    'concatArrays joins lists',
    { list },
    ($) => $.concatArrays(['$list', [5]]),
    [1, 2, 3, 4, 5],
  ),
  computes(
    'concatArrays',
    'concatArrays with null is null',
    { list: null },
    ($) => $.concatArrays(['$list', [5]]),
    null,
  ),
  computes(
    'filter',
    'filter keeps what meets the condition',
    { list },
    ($) => $.filter({ input: '$list', as: 'item', cond: $.gte(['$$item', 3]) }),
    [3, 4],
  ),
  computes('in', 'in looks for a value in a list', { list }, ($) => $.in([3, '$list']), true),
  computes('in', 'in says no', { list }, ($) => $.in([7, '$list']), false),
  computes('indexOfArray', 'indexOfArray finds the place', { list }, ($) => $.indexOfArray(['$list', 3]), 2),
  computes(
    'indexOfArray',
    'indexOfArray gives -1 for what is not there',
    { list },
    ($) => $.indexOfArray(['$list', 9]),
    -1,
  ),
  computes('isArray', 'isArray knows a list', { list }, ($) => $.isArray(['$list']), true),
  computes('isArray', 'isArray knows what is none', { n: 1 }, ($) => $.isArray(['$n']), false),
  computes(
    'map',
    'map computes each element',
    { list },
    ($) => $.map({ input: '$list', as: 'item', in: $.multiply(['$$item', 10]) }),
    [10, 20, 30, 40],
  ),
  computes(
    'range',
    'range counts up to the end, which is not in it',
    {},
    ($) => $.range([0, 6, 2]),
    [0, 2, 4],
  ),
  computes('range', 'range counts down', {}, ($) => $.range([3, 0, -1]), [3, 2, 1]),
  computes(
    'reduce',
    'reduce folds a list',
    { list },
    ($) => $.reduce({ input: '$list', initialValue: 100, in: $.add(['$$value', '$$this']) }),
    110,
  ),
  computes(
    'reverseArray',
    'reverseArray turns a list round',
    { list },
    ($) => $.reverseArray('$list'),
    [4, 3, 2, 1],
  ),
  computes('size', 'size counts elements', { list }, ($) => $.size('$list'), 4),
  computes('slice', 'slice takes the first', { list }, ($) => $.slice(['$list', 2]), [1, 2]),
  computes('slice', 'slice takes the last', { list }, ($) => $.slice(['$list', -2]), [3, 4]),
  computes('slice', 'slice takes from a place on', { list }, ($) => $.slice(['$list', 1, 2]), [2, 3]),
  computes(
    'zip',
    'zip pairs lists',
    {},
    ($) =>
      $.zip({
        inputs: [
          [1, 2],
          ['a', 'b', 'c'],
        ],
      }),
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ),
  computes(
    'zip',
    'zip goes on with defaults',
    {},
    ($) => $.zip({ inputs: [[1], ['a', 'b']], useLongestLength: true, defaults: [0, '-'] }),
    [
      [1, 'a'],
      [0, 'b'],
    ],
  ),
];

const logic: readonly Feature[] = [
  computes('and', 'and needs all', { n: 5 }, ($) => $.and([$.gt(['$n', 1]), $.lt(['$n', 9])]), true),
  computes('and', 'zero and null count as false', { n: 0 }, ($) => $.and([true, '$n']), false),
  computes('not', 'not turns round', { n: 0 }, ($) => $.not(['$n']), true),
  computes('or', 'or needs one', { n: 5 }, ($) => $.or([$.gt(['$n', 9]), $.eq(['$n', 5])]), true),
  computes('or', 'or of none is false', {}, ($) => $.or([]), false),
  computes(
    'cmp',
    'cmp says -1, 0 or 1',
    { n: 5 },
    ($) => [$.cmp(['$n', 9]), $.cmp(['$n', 5]), $.cmp(['$n', 1])],
    [-1, 0, 1],
  ),
  computes('eq', 'eq compares', { n: 5 }, ($) => $.eq(['$n', 5]), true),
  computes('gt', 'gt compares', { n: 5 }, ($) => $.gt(['$n', 5]), false),
  computes('gte', 'gte compares', { n: 5 }, ($) => $.gte(['$n', 5]), true),
  computes('lt', 'lt compares', { n: 5 }, ($) => $.lt(['$n', 5]), false),
  computes('lte', 'lte compares', { n: 5 }, ($) => $.lte(['$n', 5]), true),
  computes('neq', 'neq compares', { n: 5 }, ($) => $.neq(['$n', 5]), false),
  computes('gt', 'between types the order of types decides', { n: 'text' }, ($) => $.gt(['$n', 99]), true),
  computes(
    'cond',
    'cond picks the first when true',
    { n: 5 },
    ($) => $.cond({ if: $.gt(['$n', 1]), then: 'many', else: 'few' }),
    'many',
  ),
  computes('cond', 'cond takes a list too', { n: 0 }, ($) => $.cond([$.gt(['$n', 1]), 'many', 'few']), 'few'),
  computes('ifNull', 'ifNull stands in for null', { n: null }, ($) => $.ifNull(['$n', 7]), 7),
  computes('ifNull', 'ifNull stands in for a missing field', {}, ($) => $.ifNull(['$n', 7]), 7),
  computes('ifNull', 'ifNull leaves zero alone', { n: 0 }, ($) => $.ifNull(['$n', 7]), 0),
  computes(
    'switch',
    'switch takes the first branch that holds',
    { n: 5 },
    ($) =>
      $.switch({
        branches: [
          { case: $.gt(['$n', 9]), then: 'many' },
          { case: $.gt(['$n', 3]), then: 'some' },
        ],
        default: 'few',
      }),
    'some',
  ),
  computes(
    'switch',
    'switch falls back',
    {},
    ($) => $.switch({ branches: [{ case: false, then: 1 }], default: 0 }),
    0,
  ),
];

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

const objects: readonly Feature[] = [
  computes('literal', 'literal keeps a dollar as text', {}, ($) => $.literal('$n'), '$n'),
  computes(
    'mergeObjects',
    'mergeObjects: the last one wins',
    { a: { x: 1, y: 1 }, b: { y: 2 } },
    ($) => $.mergeObjects(['$a', '$b']),
    { x: 1, y: 2 },
  ),
  computes('objectToArray', 'objectToArray lists fields', { a: { x: 1 } }, ($) => $.objectToArray('$a'), [
    { k: 'x', v: 1 },
  ]),
  computes(
    'let',
    'let names a value',
    { n: 4 },
    ($) => $.let({ vars: { half: $.divide(['$n', 2]) }, in: $.add(['$$half', 1]) }),
    3,
  ),
  computes(
    'allElementsTrue',
    'allElementsTrue',
    { list: [true, 1] },
    ($) => $.allElementsTrue(['$list']),
    true,
  ),
  computes(
    'anyElementTrue',
    'anyElementTrue',
    { list: [false, 0] },
    ($) => $.anyElementTrue(['$list']),
    false,
  ),
  computes(
    'setDifference',
    'setDifference',
    { a: [1, 2], b: [2] },
    ($) => $.setDifference(['$a', '$b']),
    [1],
  ),
  computes(
    'setEquals',
    'setEquals does not mind order or repeats',
    { a: [1, 2, 2], b: [2, 1] },
    ($) => $.setEquals(['$a', '$b']),
    true,
  ),
  computes(
    'setIntersection',
    'setIntersection',
    { a: [1, 2], b: [2, 3] },
    ($) => $.setIntersection(['$a', '$b']),
    [2],
  ),
  computes('setIsSubset', 'setIsSubset', { a: [1], b: [2, 1] }, ($) => $.setIsSubset(['$a', '$b']), true),
  computes('setUnion', 'setUnion', { a: [1, 2], b: [2, 3] }, ($) => $.setUnion(['$a', '$b']), [1, 2, 3]),
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

/** The operators of aggregation expressions. */
export const expressionFeatures: readonly Feature[] = [
  ...arithmetic,
  ...arrays,
  ...logic,
  ...dates,
  ...objects,
  ...texts,
];
