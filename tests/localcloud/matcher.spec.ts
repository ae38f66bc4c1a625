import type { Doc } from '@localcloud/protocol/values';
import { compileFilter } from '@localcloud/store/matcher';

test.each<[string, Doc, Doc, boolean]>([
  ['a path into an array of numbers is not null', { 'a.b': null }, { a: [1, 2] }, false],
  ['a path into an array whose objects lack the field is null', { 'a.b': null }, { a: [{ c: 1 }] }, true],
  ['a path through a number is null', { 'a.b': null }, { a: 5 }, true],
  ['ne looks at every element', { a: { $ne: 1 } }, { a: [1, 2] }, false],
  [
    'an object equals one with the same fields in the same order',
    { a: { $eq: { x: 1, y: 2 } } },
    { a: { x: 1, y: 2 } },
    true,
  ],
  ['another order is another object', { a: { $eq: { y: 2, x: 1 } } }, { a: { x: 1, y: 2 } }, false],
  ['gte null finds null and missing only', { a: { $gte: null } }, {}, true],
  ['gte null does not find numbers', { a: { $gte: null } }, { a: 5 }, false],
  ['a boolean is not a number', { a: { $gte: 0 } }, { a: true }, false],
  ['a number never equals its text', { a: 1 }, { a: '1' }, false],
  ['in takes regular expressions', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
  ['not with a regular expression', { a: { $not: /^x/ } }, { a: 'xy' }, false],
  ['regex with options', { a: { $regex: '^X', $options: 'i' } }, { a: 'xy' }, true],
  ['regex finds no numbers', { a: /1/ }, { a: 1 }, false],
  [
    'all with elemMatch',
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    { a: [{ x: 1 }, { x: 2 }] },
    true,
  ],
  ['all of nothing finds nothing', { a: { $all: [] } }, { a: [] }, false],
  ['elemMatch on plain values', { a: { $elemMatch: { $gt: 3, $lt: 5 } } }, { a: [1, 9] }, false],
  ['size looks at the array itself', { a: { $size: 1 } }, { a: [[1, 2]] }, true],
  ['type array', { a: { $type: 'array' } }, { a: [] }, true],
  ['type looks at elements too', { a: { $type: 'string' } }, { a: ['x'] }, true],
  ['type date by number', { a: { $type: 9 } }, { a: new Date(0) }, true],
  ['a missing field has no type', { a: { $type: 'null' } }, {}, false],
  ['expr compares two fields', { $expr: { $gt: ['$spent', '$budget'] } }, { spent: 5, budget: 3 }, true],
  ['nested arrays are not looked into twice', { a: 1 }, { a: [[1]] }, false],
  ['an index in a path picks one element', { 'a.1': 'y' }, { a: ['x', 'y'] }, true],
])('%s', (_claim, filter, doc, expected) => {
  expect(compileFilter(filter)(doc)).toBe(expected);
});

test.each<[Doc, RegExp]>([
  [{ a: { $near: [0, 0] } }, /\$near/],
  [{ a: { $geoWithin: {} } }, /\$geoWithin/],
  [{ $where: 'true' }, /\$where/],
  [{ $text: {} }, /\$text/],
  [{ a: { $gt: 1, plain: 2 } }, /plain/],
  [{ a: { $in: 5 } }, /\$in needs an array/],
  [{ $or: [] }, /nonempty/],
  [{ a: { $mod: [0, 1] } }, /mod/],
  [{ a: { $type: 'decimal' } }, /decimal/],
  [{ a: { $regex: '(' } }, /invalid/],
])('%j is refused in words that name it', (filter, words) => {
  expect(() => compileFilter(filter)).toThrow(words);
});
