import { computes } from './computes';
import type { Feature } from './feature';

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

/** Expressions: arithmetic and logic. */
export const expressionFeatures: readonly Feature[] = [...arithmetic, ...logic];
