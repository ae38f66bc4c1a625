import { reference, type Db, type Feature } from './feature';

type Operators = Db['command']['aggregate'];

/** One aggregation operator: what `project` computes with it from one document. */
export function computes(
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
