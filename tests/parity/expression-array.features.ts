import { computes } from './computes';
import type { Feature } from './feature';

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

/** Expressions over arrays, sets and objects. */
export const arrayExpressionFeatures: readonly Feature[] = [...arrays, ...objects];
