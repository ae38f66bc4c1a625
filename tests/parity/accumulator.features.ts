import { reference, type Db, type Feature } from './feature';

type Operators = Db['command']['aggregate'];

const rows = [
  { _id: 'r1', code: 1, kind: 'a', n: 2 },
  { _id: 'r2', code: 2, kind: 'a', n: 4 },
  { _id: 'r3', code: 3, kind: 'b', n: 4 },
  { _id: 'r4', code: 4, kind: 'b' },
];

/** One accumulator: what `group` gives for the kinds a and b, taken in the order of `code`. */
function gathers(
  operator: string,
  title: string,
  gather: ($: Operators) => unknown,
  a: unknown,
  b: unknown,
): Feature {
  return {
    operation: `aggregate.${operator}`,
    title,
    link: reference(`command/aggregate/AggregateCommand.${operator}`),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add(rows);
        const grouped = db.collection(name).aggregate().sort({ code: 1 });
        const { data } = await grouped
          .group({ _id: '$kind', result: gather(db.command.aggregate) })
          .sort({ _id: 1 })
          .end();
        expect(data).toEqual([
          { _id: 'a', result: a },
          { _id: 'b', result: b },
        ]);
      }
    },
  };
}

/** What `group` gathers from the documents of a group. */
export const accumulatorFeatures: readonly Feature[] = [
  gathers('addToSet', 'addToSet gathers each value once', ($) => $.addToSet('$kind'), ['a'], ['b']),
  gathers('avg', 'avg leaves out what is no number', ($) => $.avg('$n'), 3, 4),
  gathers('first', 'first takes the first', ($) => $.first('$code'), 1, 3),
  gathers('last', 'last takes the last', ($) => $.last('$code'), 2, 4),
  gathers('max', 'max takes the largest', ($) => $.max('$n'), 4, 4),
  gathers('min', 'min leaves out what is missing', ($) => $.min('$n'), 2, 4),
  gathers('push', 'push gathers every value', ($) => $.push('$code'), [1, 2], [3, 4]),
  gathers('stdDevPop', 'stdDevPop is of the whole', ($) => $.stdDevPop('$n'), 1, 0),
  gathers(
    'stdDevSamp',
    'stdDevSamp is of a sample, and of one there is none',
    ($) => $.stdDevSamp('$n'),
    Math.SQRT2,
    null,
  ),
  gathers('sum', 'sum counts what is no number as nothing', ($) => $.sum('$n'), 6, 4),
  gathers('sum', 'sum takes an expression', ($) => $.sum($.multiply(['$code', 10])), 30, 70),
  gathers(
    'mergeObjects',
    'mergeObjects gathers fields',
    ($) => $.mergeObjects({ kind: '$kind' }),
    { kind: 'a' },
    { kind: 'b' },
  ),
];
