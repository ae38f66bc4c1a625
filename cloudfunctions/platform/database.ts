import type { CloudBase } from '@cloudbase/node-sdk';

/** The SDK's own database object; everything here is built on it. */
export type SdkDatabase = ReturnType<CloudBase['database']>;

/** A filter in the SDK's terms: fields with plain values or commands, or a whole `command.and(…)` / `command.or(…)`. */
export type Filter = object;

/** A change in the SDK's terms: plain values, or commands from `database.command`. */
type Fields = Readonly<Record<string, unknown>>;

export type FindOptions = {
  readonly where: Filter;
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** 1,000 at most; CloudBase gives no more at once. */
  readonly limit: number;
  /** Fields to leave out, e.g. the roll of an activity in a list. */
  readonly without?: readonly string[];
  /** The only fields to read beside `_id`, for a pass over many documents. */
  readonly only?: readonly string[];
};

export type Stage = { readonly match: Fields } | { readonly group: Fields };

export type Collection<R> = {
  readonly name: string;
  get(id: string): Promise<R | null>;
  find(options: FindOptions): Promise<R[]>;
  count(where: Filter): Promise<number>;
  /** `duplicate` when a document with this id or unique key is there already. */
  insert(document: R): Promise<'inserted' | 'duplicate'>;
  /** One conditional update of at most one document. Returns whether one matched. */
  updateOne(where: Filter, change: Fields): Promise<boolean>;
  /** The same, returning the document as it stands afterwards; null when none matched. */
  updateOneAndReturn(where: Filter, change: Fields): Promise<R | null>;
  aggregate<Row>(stages: readonly Stage[]): Promise<Row[]>;
  /** Takes one document away for good. */
  remove(id: string): Promise<void>;
};

export type Database = {
  readonly command: SdkDatabase['command'];
  collection<R extends { readonly _id: string }>(name: string): Collection<R>;
};

const DUPLICATE = /E11000|duplicate key/i;
const isDuplicate = (error: unknown): boolean => error instanceof Error && DUPLICATE.test(error.message);

/** The one door to the database. Rows are trusted to have the shape our own repositories wrote. */
export function createDatabase(sdk: SdkDatabase): Database {
  return { command: sdk.command, collection: (name) => openCollection(sdk, name) };
}

function openCollection<R extends { readonly _id: string }>(sdk: SdkDatabase, name: string): Collection<R> {
  const table = () => sdk.collection(name);
  return {
    name,
    async get(id) {
      const { data } = await table().doc(id).get();
      return (data as R[])[0] ?? null;
    },
    async find({ where, orderBy = [], limit, without = [], only = [] }) {
      let query = table().where(where).limit(limit);
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction);
      if (without.length > 0) query = query.field(Object.fromEntries(without.map((field) => [field, false])));
      if (only.length > 0) query = query.field(Object.fromEntries(only.map((field) => [field, true])));
      const { data } = await query.get();
      return data as R[];
    },
    async count(where) {
      const { total } = await table().where(where).count();
      return total ?? 0;
    },
    async insert(document) {
      try {
        await table().add(document);
        return 'inserted';
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate';
        throw error;
      }
    },
    async updateOne(where, change) {
      const { updated } = await table().where(where).update(change);
      return (updated ?? 0) > 0;
    },
    async updateOneAndReturn(where, change) {
      const reply = await table().where(where).updateAndReturn(change);
      return ((reply as { doc?: R | null }).doc as R | null | undefined) ?? null;
    },
    async remove(id) {
      await table().doc(id).remove();
    },
    async aggregate<Row>(stages: readonly Stage[]) {
      let pipeline = table().aggregate();
      for (const stage of stages) {
        pipeline = 'match' in stage ? pipeline.match(stage.match) : pipeline.group(stage.group);
      }
      const { data } = await pipeline.end();
      return data as Row[];
    },
  };
}
