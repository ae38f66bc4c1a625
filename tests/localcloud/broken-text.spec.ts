import { openInProcess } from '@localcloud/index';

const cloud = openInProcess({
  collections: [{ name: 'notes', indexes: [{ name: 'title', keys: [{ field: 'title', direction: 1 }] }] }],
});
const notes = cloud.database.collection('notes');

beforeEach(async () => {
  await notes.where({}).remove();
});
afterAll(() => cloud.close());

const HALF = '\ud83d';
const refusal = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('invalid UTF-8') };

test.each([
  ['an _id', { _id: `s${HALF}` }],
  ['an indexed value', { title: `s${HALF}` }],
  ['an element of an indexed list', { title: ['fine', HALF] }],
  ['a value inside an indexed object', { title: { part: HALF } }],
  ['a name inside an indexed object', { title: { [HALF]: 1 } }],
])('half an emoji in %s is refused, as Mongo holds UTF-8 alone', async (_where, doc) => {
  await expect(notes.add(doc)).rejects.toMatchObject(refusal);
  expect((await notes.count()).total).toBe(0);
});

test('half an emoji finds nobody else’s document', async () => {
  await notes.add({ _id: 's\ufffd', title: 's\ufffd' });
  await expect(notes.doc(`s${HALF}`).get()).rejects.toMatchObject(refusal);
  await expect(notes.where({ title: `s${HALF}` }).get()).rejects.toMatchObject(refusal);
});

test('a document cannot be changed to hold half an emoji where an index is; the refusal changes nothing', async () => {
  await notes.add({ _id: 'a', title: 'whole 😀' });
  await expect(notes.doc('a').update({ title: '😀'.slice(0, 1) })).rejects.toMatchObject(refusal);
  expect((await notes.where({ title: 'whole 😀' }).get()).data).toEqual([{ _id: 'a', title: 'whole 😀' }]);
});

test('whole emoji and characters beyond the first plane are keys like any other', async () => {
  await notes.add([
    { _id: '😀', title: '𠀀' },
    { _id: '😁', title: '𠀁' },
  ]);
  expect((await notes.doc('😁').get()).data).toEqual([{ _id: '😁', title: '𠀁' }]);
  expect((await notes.where({ title: '𠀀' }).get()).data).toEqual([{ _id: '😀', title: '𠀀' }]);
});
