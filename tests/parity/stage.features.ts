import { reference, type Db, type Feature } from './feature';

type Pipeline = ReturnType<ReturnType<Db['collection']>['aggregate']>;

const tasks = [
  { _id: 't1', code: 1, kind: 'lamp', n: 1, who: 'ann', tags: ['a', 'b'], place: { no: 7 } },
  { _id: 't2', code: 2, kind: 'lamp', n: 5, who: 'bo', tags: [] },
  { _id: 't3', code: 3, kind: 'pipe', n: 9, who: 'ann', place: { no: 8, floor: 2 } },
];

/** One pipeline over the three tasks and what it must give, whether or not its fields have indexes. */
function gives(
  stage: string,
  title: string,
  pipeline: (start: Pipeline, db: Db, collection: string) => Pipeline,
  expected: readonly object[],
): Feature {
  return {
    operation: `aggregate.${stage}`,
    title,
    link: reference(`aggregate/Aggregate.${stage}`),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add(tasks);
        const { data } = await pipeline(db.collection(name).aggregate(), db, name).end();
        expect(data).toEqual(expected);
      }
    },
  };
}

/** Stages of a pipeline, beyond the commonest. */
export const stageFeatures: readonly Feature[] = [
  gives(
    'group',
    'group by null takes everything together',
    (start, { command: { aggregate: $ } }) => start.group({ _id: null, total: $.sum('$n') }),
    [{ _id: null, total: 15 }],
  ),
  gives(
    'group',
    'group by several fields',
    (start, { command: { aggregate: $ } }) =>
      start
        .group({ _id: { kind: '$kind', who: '$who' }, count: $.sum(1) })
        .sort({ '_id.kind': 1, '_id.who': 1 }),
    [
      { _id: { kind: 'lamp', who: 'ann' }, count: 1 },
      { _id: { kind: 'lamp', who: 'bo' }, count: 1 },
      { _id: { kind: 'pipe', who: 'ann' }, count: 1 },
    ],
  ),
  gives(
    'sortByCount',
    'sortByCount counts values, the commonest first',
    (start) => start.sortByCount('$who'),
    [
      { _id: 'ann', count: 2 },
      { _id: 'bo', count: 1 },
    ],
  ),
  gives(
    'replaceRoot',
    'replaceRoot lifts an object to the top',
    (start) => start.match({ _id: 't3' }).replaceRoot({ newRoot: '$place' }),
    [{ no: 8, floor: 2 }],
  ),
  gives(
    'replaceRoot',
    'replaceRoot takes a computed object',
    (start) => start.match({ _id: 't1' }).replaceRoot({ newRoot: { label: '$kind' } }),
    [{ label: 'lamp' }],
  ),
  gives('sample', 'sample takes as many as asked', (start) => start.sample({ size: 2 }).count('taken'), [
    { taken: 2 },
  ]),
  gives(
    'unwind',
    'unwind drops documents with nothing to unwind',
    (start) => start.unwind('$tags').project({ tags: 1 }),
    [
      { _id: 't1', tags: 'a' },
      { _id: 't1', tags: 'b' },
    ],
  ),
  gives(
    'unwind',
    'unwind keeps them when told to, and numbers the elements',
    (start) =>
      start
        .match({ kind: 'lamp' })
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    [
      { _id: 't1', tags: 'a', at: 0 },
      { _id: 't1', tags: 'b', at: 1 },
      { _id: 't2', at: null },
    ],
  ),
  gives(
    'lookup',
    'lookup with a pipeline joins by any condition',
    (start, { command: { aggregate: $ } }, from) =>
      start
        .match({ _id: 't2' })
        .lookup({
          from,
          let: { least: '$n' },
          pipeline: $.pipeline()
            .match({ $expr: $.gt(['$n', '$$least']) })
            .project({ n: 1 })
            .done(),
          as: 'more',
        })
        .project({ more: 1 }),
    [{ _id: 't2', more: [{ _id: 't3', n: 9 }] }],
  ),
  gives(
    'bucketAuto',
    'bucketAuto makes as many ranges as asked',
    (start) => start.bucketAuto({ groupBy: '$n', buckets: 1 }),
    [{ _id: { min: 1, max: 9 }, count: 3 }],
  ),
  gives(
    'bucket',
    'bucket gathers the rest under its default',
    (start) => start.bucket({ groupBy: '$n', boundaries: [0, 5], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 'more', count: 2 },
    ],
  ),
  gives(
    'project',
    'project leaves fields out',
    (start) => start.match({ _id: 't3' }).project({ code: 0, n: 0, who: 0, 'place.no': 0 }),
    [{ _id: 't3', kind: 'pipe', place: { floor: 2 } }],
  ),
  gives(
    'project',
    'project reaches into objects',
    (start) => start.match({ _id: 't3' }).project({ 'place.no': 1 }),
    [{ _id: 't3', place: { no: 8 } }],
  ),
  gives(
    'project',
    'project renames',
    (start) => start.match({ _id: 't3' }).project({ _id: 0, room: '$place.no' }),
    [{ room: 8 }],
  ),
  gives(
    'addFields',
    'addFields reaches into objects',
    (start) => start.match({ _id: 't3' }).addFields({ 'place.open': true }).project({ place: 1 }),
    [{ _id: 't3', place: { no: 8, floor: 2, open: true } }],
  ),
  gives(
    'match',
    'match after a group works on its results',
    (start, { command: { aggregate: $ } }) =>
      start.group({ _id: '$who', count: $.sum(1) }).match({ count: 2 }),
    [{ _id: 'ann', count: 2 }],
  ),
  gives(
    'count',
    'count of nothing gives nothing',
    (start) => start.match({ kind: 'none' }).count('total'),
    [],
  ),
  gives(
    'limit',
    'limit comes after the order',
    (start) => start.sort({ code: -1 }).limit(1).project({ _id: 1 }),
    [{ _id: 't3' }],
  ),
];
