import type { Doc } from '@localcloud/protocol/values';
import { compileUpdate } from '@localcloud/store/update';

const apply = (doc: Doc, update: Doc): Doc => compileUpdate(update)(doc);

test('the document given is left as it was', () => {
  const doc = { _id: 'a', list: [1], place: { no: 1 } };
  expect(apply(doc, { $push: { list: 2 }, $set: { 'place.no': 2 } })).toEqual({
    _id: 'a',
    list: [1, 2],
    place: { no: 2 },
  });
  expect(doc).toEqual({ _id: 'a', list: [1], place: { no: 1 } });
});

test.each([
  ['an unknown operator', { $almost: { a: 1 } }, /\$almost/],
  ['a positional path by name', { $set: { 'list.$[low].k': 1 } }, /positional path 'list\.\$\[low\]\.k'/],
  ['a positional path without a query', { $set: { 'list.$.k': 1 } }, /did not find the match needed/],
  ['two operators on one field', { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
  ['a field and one inside it', { $set: { 'a.b': 1, a: {} } }, /conflict/],
  ['a change of the id', { $set: { _id: 'b' } }, /immutable field '_id'/],
  ['a plain field beside operators', { $set: { a: 1 }, b: 2 }, /operators only/],
  ['nothing at all', {}, /must not be empty/],
  ['an empty part of a path', { $set: { 'a..b': 1 } }, /empty field name/],
  ['a path through a number', { $set: { 'n.x': 1 } }, /Cannot create field 'x'/],
  ['an $inc by text', { $inc: { n: 'x' } }, /non-numeric/],
  ['an $inc of null', { $inc: { nothing: 1 } }, /non-numeric/],
  ['a $pop by two', { $pop: { list: 2 } }, /\$pop expects 1 or -1/],
  ['a $push of an unknown modifier', { $push: { list: { $each: [1], $almost: 1 } } }, /\$push with \$almost/],
  ['a $slice of a half', { $push: { list: { $each: [1], $slice: 1.5 } } }, /whole number/],
])('%s is refused in words that name it', (_what, update, words) => {
  expect(() => apply({ _id: 'a', n: 1, nothing: null, list: [1, 2] }, update)).toThrow(words);
});

test.each<[string, Doc, Doc, Doc]>([
  [
    'an element beyond the end pads with null',
    { list: [1] },
    { $set: { 'list.3': 4 } },
    { list: [1, null, null, 4] },
  ],
  [
    'an unset array element becomes null',
    { list: [1, 2] },
    { $unset: { 'list.0': '' } },
    { list: [null, 2] },
  ],
  ['unset of a missing path does nothing', { a: 1 }, { $unset: { 'x.y': '' } }, { a: 1 }],
  [
    'pull by a condition on objects',
    {
      list: [
        { k: 1, v: 2 },
        { k: 2, v: 2 },
      ],
    },
    { $pull: { list: { k: { $gt: 1 } } } },
    { list: [{ k: 1, v: 2 }] },
  ],
  ['pull by a condition on values', { list: [1, 5, 9] }, { $pull: { list: { $gte: 5 } } }, { list: [1] }],
  [
    'pull by dates',
    { list: [new Date(1), new Date(2)] },
    { $pull: { list: new Date(1) } },
    { list: [new Date(2)] },
  ],
  [
    'addToSet compares objects by value',
    { list: [{ k: 1 }] },
    { $addToSet: { list: { k: 1 } } },
    { list: [{ k: 1 }] },
  ],
  ['push of an array is one element', { list: [] }, { $push: { list: [1, 2] } }, { list: [[1, 2]] }],
  [
    'push with sort and slice keeps the best',
    { list: [5, 1] },
    { $push: { list: { $each: [9], $sort: -1, $slice: 2 } } },
    { list: [9, 5] },
  ],
  [
    'min and max compare across types as BSON does',
    { a: 'text', b: 5 },
    { $min: { a: 3 }, $max: { b: 'text' } },
    { a: 3, b: 'text' },
  ],
  ['rename into an object', { a: 1 }, { $rename: { a: 'x.y' } }, { x: { y: 1 } }],
  ['pop of a missing field does nothing', {}, { $pop: { list: 1 } }, {}],
])('%s', (_claim, before, update, after) => {
  expect(apply({ _id: 'a', ...before }, update)).toEqual({ _id: 'a', ...after });
});
