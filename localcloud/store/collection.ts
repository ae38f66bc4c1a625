import { CloudError } from '../protocol/cloud-error';
import { decodeStored, encode } from '../protocol/ejson';
import type { Doc, Value } from '../protocol/values';
import { DATABASE_LIMITS } from '../limits';
import { keyFieldOf, sqlNames, type CollectionDeclaration } from './declaration';
import type { Engine } from './engine';
import { refuseLongKeys } from './index-limits';
import { duplicateKey, explainConstraint } from './duplicates';
import { columnKey, keysOf, sameKeys, type IndexedField } from './column-keys';
import { keyOf, type FieldKeys } from './keys';

/** A stored document: `text` is exactly what goes over the wire; the parsed form is made only when asked for. */
export class Row {
  private parsed: Doc | undefined;
  constructor(
    readonly n: number,
    readonly text: string,
  ) {}
  get doc(): Doc {
    this.parsed ??= decodeStored(this.text);
    return this.parsed;
  }
}

/** Told of each change that is made, never of one refused: the document as it was (null when new), and is (null when gone). */
export type ChangeListener = (
  collection: string,
  idKey: string,
  before: Row | null,
  after: Doc | null,
) => void;

/** An indexed field of a document that changes, with its keys before and after. */
type Moved = { readonly field: IndexedField; readonly was: FieldKeys; readonly is: FieldKeys };

/** One collection's table: writes keep the key columns and side tables in step with the document. */
export class Collection {
  readonly table: string;
  readonly leadingFields: ReadonlySet<string>;
  private readonly byIdSql: string;
  private readonly insertSql: string;

  constructor(
    readonly declaration: CollectionDeclaration,
    readonly fields: readonly IndexedField[],
    private readonly engine: Engine,
    private readonly changed: ChangeListener,
  ) {
    this.table = sqlNames.table(declaration.name);
    this.byIdSql = `SELECT n, d FROM ${this.table} WHERE _id = ?`;
    const columns = ['_id', 'd', ...fields.map(({ column }) => column)];
    this.insertSql = `INSERT INTO ${this.table} (${columns.join(',')}) VALUES (${columns.map(() => '?').join(',')})`;
    this.leadingFields = new Set(declaration.indexes.flatMap(({ keys }) => keys.slice(0, 1).map(keyFieldOf)));
  }

  /** The paths a 2dsphere index is declared on. */
  get geoFields(): string[] {
    return this.fields.filter(({ isGeo }) => isGeo).map(({ path }) => path.join('.'));
  }

  get name(): string {
    return this.declaration.name;
  }

  /** Whether there are more documents than `count`; reads no more than that many keys. */
  holdsMoreThan(count: number): boolean {
    return this.engine.get(`SELECT 1 FROM ${this.table} LIMIT 1 OFFSET ?`, [count]) !== undefined;
  }

  byId(id: Value): Row | undefined {
    return this.byIdKey(keyOf(id));
  }

  byIdKey(idKey: string): Row | undefined {
    const found = this.engine.get<[number, string]>(this.byIdSql, [idKey]);
    return found && new Row(found[0], found[1]);
  }

  insert(doc: Doc): void {
    const text = storable(doc);
    const idKey = keyOf(doc['_id']);
    const keys = this.fields.map((field) => keysOf(field, doc));
    refuseLongKeys(this.name, keys);
    this.refuseArrayDuplicates(new Map(this.fields.map((field, i) => [field, keys[i]])), doc, -1);
    if (keys.some(({ isArray }) => isArray)) this.engine.several();
    const { rowId } = this.guarded(doc, () =>
      this.engine.run(this.insertSql, [idKey, text, ...keys.map((key) => columnKey(key, idKey))]),
    );
    this.changed(this.name, idKey, null, doc);
    this.fields.forEach((field, i) => this.insertElements(field, keys[i], rowId));
  }

  /** Writes `doc` over `row`. Returns false, and writes nothing, when the two are the same. */
  replace(row: Row, doc: Doc): boolean {
    const text = storable(doc);
    if (text === row.text) return false;
    const idKey = keyOf(doc['_id']);
    const moved = this.movedKeys(row.doc, doc);
    const after = new Map(moved.map(({ field, is }) => [field, is]));
    refuseLongKeys(
      this.name,
      moved.map(({ is }) => is),
    );
    this.refuseArrayDuplicates(after, doc, row.n);
    if (moved.some(({ was, is }) => was.isArray || is.isArray)) this.engine.several();
    const sets = ['d = ?', ...moved.map(({ field }) => `${field.column} = ?`)].join(', ');
    const columns = moved.map(({ is }) => columnKey(is, idKey));
    this.guarded(doc, () =>
      this.engine.run(`UPDATE ${this.table} SET ${sets} WHERE n = ?`, [text, ...columns, row.n]),
    );
    this.changed(this.name, idKey, row, doc);
    for (const { field, was, is } of moved) {
      if (was.isArray) this.removeElements(field, row.n);
      this.insertElements(field, is, row.n);
    }
    return true;
  }

  /** The indexed fields whose keys differ between two states of a document. */
  private movedKeys(before: Doc, after: Doc): Moved[] {
    const moved: Moved[] = [];
    for (const field of this.fields) {
      const [root = ''] = field.path;
      // What holds others is copied when it is changed, so the very same value has the very same keys.
      if (before[root] === after[root]) continue;
      const [was, is] = [keysOf(field, before), keysOf(field, after)];
      if (!sameKeys(was, is)) moved.push({ field, was, is });
    }
    return moved;
  }

  remove(row: Row): void {
    if (this.fields.some(({ hasArrays }) => hasArrays)) this.engine.several();
    this.engine.run(`DELETE FROM ${this.table} WHERE n = ?`, [row.n]);
    this.changed(this.name, keyOf(row.doc['_id']), row, null);
    for (const field of this.fields) if (field.hasArrays) this.removeElements(field, row.n);
  }

  /** The key columns a document should have, field by field. */
  keysFor(doc: Doc): string[] {
    const idKey = keyOf(doc['_id']);
    return this.fields.map((field) => columnKey(keysOf(field, doc), idKey));
  }

  /** Recomputes key columns of every document, after indexes were declared or changed. */
  rebuildKeys(): void {
    const sets = this.fields.map(({ column }) => `${column} = ?`).join(', ');
    if (sets === '') return;
    for (let last = 0; ;) {
      const rows = this.engine.all<[number, string]>(
        `SELECT n, d FROM ${this.table} WHERE n > ? ORDER BY n LIMIT 1000`,
        [last],
      );
      for (const [n, text] of rows) this.rebuildRow(n, decodeStored(text), sets);
      const final = rows[rows.length - 1];
      if (!final) return;
      last = final[0];
    }
  }

  private rebuildRow(n: number, doc: Doc, sets: string): void {
    const keys = this.fields.map((field) => keysOf(field, doc));
    this.engine.run(`UPDATE ${this.table} SET ${sets} WHERE n = ?`, [...this.keysFor(doc), n]);
    this.fields.forEach((field, i) => this.insertElements(field, keys[i], n));
  }

  private insertElements(field: IndexedField, keys: FieldKeys | undefined, n: number): void {
    if (!keys?.isArray) return;
    field.hasArrays = true;
    for (const key of keys.keys)
      this.engine.run(`INSERT INTO ${field.arrayTable} (key, n) VALUES (?, ?)`, [key, n]);
  }

  private removeElements(field: IndexedField, n: number): void {
    this.engine.run(`DELETE FROM ${field.arrayTable} WHERE n = ?`, [n]);
  }

  // SQL's unique index sees scalars only. Where arrays are involved, look for another document with one of the keys.
  private refuseArrayDuplicates(
    changed: ReadonlyMap<IndexedField, FieldKeys | undefined>,
    doc: Doc,
    ownN: number,
  ): void {
    for (const index of this.declaration.indexes) {
      const [first, ...others] = index.keys;
      const field = index.unique && first && this.fields.find((each) => each.field === first.field);
      if (!field || !changed.has(field)) continue;
      const keys = changed.get(field);
      if (!keys?.isArray && !field.hasArrays) continue;
      if (others.length > 0)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `localcloud cannot keep ${index.name} unique over arrays`,
        );
      for (const key of keys?.keys ?? []) {
        const sql =
          `SELECT n FROM ${this.table} WHERE ${field.column} = ? AND n <> ? ` +
          `UNION ALL SELECT n FROM ${field.arrayTable} WHERE key = ? AND n <> ? LIMIT 1`;
        if (this.engine.get(sql, [key, ownN, key, ownN])) throw duplicateKey(this.declaration, index, doc);
      }
    }
  }

  private guarded<T>(doc: Doc, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explainConstraint(error, this.declaration, doc);
    }
  }
}

function storable(doc: Doc): string {
  const text = encode(doc);
  if (text.length <= DATABASE_LIMITS.maxDocumentBytes / 3) return text;
  if (Buffer.byteLength(text) > DATABASE_LIMITS.maxDocumentBytes)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'object to insert too large: the limit is 16 MB');
  return text;
}
