import fc from 'fast-check';
import { CloudError } from '@localcloud/protocol/cloud-error';
import { decodeStored, encode } from '@localcloud/protocol/ejson';
import type { Doc, Value } from '@localcloud/protocol/values';
import { compileUpdate } from '@localcloud/store/update';
import { applyModel, Refused } from './update-model';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const apply = (doc: Doc, changes: Doc): Doc => compileUpdate(changes)(doc);

const small = fc.constantFrom<Value>(0, 1, -1, 5, 6, 2.5);
const scalar = fc.oneof(small, fc.constantFrom<Value>(null, true, '', 'a', 'b', new Date(0), new Date(1)));
const element = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.record({ k: fc.oneof(scalar, fc.array(small, { maxLength: 2 })) }, { requiredKeys: [] }),
);
const list = fc.array(element, { maxLength: 4 });
const rows = fc.array(fc.record({ k: scalar }), { maxLength: 4 });
const anything: fc.Arbitrary<Value> = fc.oneof(scalar, list, rows, fc.constantFrom<Value>({}, { p: 1 }));
const document: fc.Arbitrary<Doc> = fc
  .record(
    {
      n: fc.oneof({ weight: 4, arbitrary: small }, anything),
      list: fc.oneof({ weight: 5, arbitrary: list }, anything),
      rows,
      o: fc.oneof({ weight: 4, arbitrary: fc.record({ p: anything, list }, { requiredKeys: [] }) }, anything),
    },
    { requiredKeys: [] },
  )
  .map((fields) => ({ _id: 'a', ...fields }));

const path = fc.constantFrom('n', 'list', 'list.0', 'list.2', 'list.1.k', 'rows', 'rows.0.k', 'o', 'o.p');
const deep = fc.constantFrom('o.p.q', 'o.list', 'o.list.1', 'n.z', 'x', 'x.y');
const anyPath = fc.oneof({ weight: 3, arbitrary: path }, deep);
const arrayPath = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('list', 'rows', 'o.list') }, anyPath);

const pushed = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        $each: fc.oneof(list, rows),
        $position: fc.integer({ min: -6, max: 6 }),
        $sort: fc.constantFrom<Value>(1, -1),
        $slice: fc.integer({ min: -4, max: 4 }),
      },
      { requiredKeys: ['$each'] },
    ),
  },
);
const sortedRows = fc.record(
  {
    $each: rows,
    $sort: fc.constantFrom<Value>({ k: 1 }, { k: -1 }),
    $slice: fc.integer({ min: -4, max: 4 }),
  },
  { requiredKeys: ['$each', '$sort'] },
);
const pulled = fc.oneof(
  element,
  fc.record({ $gte: small }),
  fc.record({ $in: list }),
  fc.record({ k: fc.oneof(scalar, fc.record({ $gte: small })) }),
);
type Step = [operator: string, path: string, operand: Value];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max'), anyPath, anything),
  fc.tuple(fc.constant('$unset'), anyPath, fc.constant<Value>('')),
  fc.tuple(fc.constantFrom('$inc', '$mul'), anyPath, small),
  fc.tuple(
    fc.constant('$bit'),
    fc.oneof(fc.constant('n'), anyPath),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xor'), fc.nat(15))
      .map(([name, mask]): Value => ({ [name]: mask })),
  ),
  fc.tuple(fc.constant('$rename'), anyPath, fc.oneof(anyPath, fc.constantFrom('y', 'y.z', 'list.9'))),
  fc.tuple(fc.constant('$push'), arrayPath, pushed),
  fc.tuple(fc.constant('$push'), fc.constant('rows'), sortedRows),
  fc.tuple(fc.constant('$addToSet'), arrayPath, fc.oneof(element, fc.record({ $each: list }))),
  fc.tuple(fc.constant('$pop'), arrayPath, fc.constantFrom<Value>(1, -1)),
  fc.tuple(fc.constant('$pull'), arrayPath, pulled),
  fc.tuple(fc.constant('$pullAll'), arrayPath, list),
);
const update = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => {
  const operators: Record<string, Doc> = {};
  for (const [operator, at, operand] of steps) (operators[operator] ??= {})[at] = operand;
  return operators;
});

/** The fields in one order: which order new fields get is not what is compared. */
function settled(value: Value): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, settled(inner)]),
  );
}

function outcome(work: () => Doc): unknown {
  try {
    return settled(decodeStored(encode(work())));
  } catch (error) {
    if (error instanceof Refused || error instanceof CloudError) return 'refused';
    throw error;
  }
}

test('any update does to any document what the manual says', () => {
  const outcomes = { changed: 0, refused: 0 };
  fc.assert(
    fc.property(document, fc.array(update, { minLength: 4, maxLength: 4 }), (doc, updates) => {
      for (const each of updates) {
        const expected = outcome(() => applyModel(doc, each));
        outcomes[expected === 'refused' ? 'refused' : 'changed']++;
        expect({ each, result: outcome(() => apply(doc, each)) }).toEqual({ each, result: expected });
      }
    }),
    { numRuns: 2000 },
  );
  // Neither side may be agreed on by refusing everything.
  expect(outcomes.changed + outcomes.refused).toBeGreaterThanOrEqual(5000);
  expect(outcomes.changed).toBeGreaterThan(2000);
  expect(outcomes.refused).toBeGreaterThan(500);
});
