import type { Collection, Database, Filter } from './database';

/** From one instant (included) to another (left out), epoch ms. */
export type Span = { readonly from: number; readonly to: number };

/** What lies in a span, for a filter. */
export const within = (command: Database['command'], { from, to }: Span): Filter =>
  command.gte(from).and(command.lt(to));

/**
 * How many documents lie in each of some spans that lie next to one another, in one operation: each document's span is
 * as far along as it has left starts of spans behind. @param spans in order of time, without gaps.
 */
export async function countInSpans<R>(
  collection: Collection<R>,
  command: Database['command'],
  scope: Readonly<Record<string, unknown>>,
  field: string,
  spans: readonly Span[],
): Promise<number[]> {
  const [first, ...later] = spans;
  const last = spans[spans.length - 1];
  if (!first || !last) return [];
  const passed = later.map(({ from }) => ({ $cond: [{ $gte: [`$${field}`, from] }, 1, 0] }));
  const rows = await collection.aggregate<{ _id: number; count: number }>([
    { match: { ...scope, [field]: within(command, { from: first.from, to: last.to }) } },
    { group: { _id: { $add: [0, ...passed] }, count: { $sum: 1 } } },
  ]);
  return spans.map((_, index) => rows.find(({ _id }) => _id === index)?.count ?? 0);
}
