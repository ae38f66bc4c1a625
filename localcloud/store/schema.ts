import { keyFieldOf, sqlNames, type CollectionDeclaration, type IndexDeclaration } from './declaration';
import type { Engine } from './engine';
import { Collection, type ChangeListener } from './collection';
import type { IndexedField } from './column-keys';
import { refuseIndexes } from './index-limits';
import { messageOf } from '../error-facts';

/** What makes the next layout of the file out of the one before; each in a transaction of its own, together with its number. */
const MIGRATIONS: readonly ((engine: Engine) => void)[] = [
  (engine) =>
    engine.exec('CREATE TABLE collections (name TEXT PRIMARY KEY, declaration TEXT NOT NULL) WITHOUT ROWID'),
  dropRowVersions,
];

/** Version of the file's own layout. A file written by a newer localcloud is refused rather than guessed at. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the file to this localcloud's layout, step by step; a kill leaves it between two steps, to go on from. */
export function prepareFile(engine: Engine): void {
  const [version] = engine.get<[number]>('PRAGMA user_version') ?? [0];
  if (version > SCHEMA_VERSION)
    throw new Error(
      `the data file has layout ${version}; this localcloud reads up to ${SCHEMA_VERSION}. Update it.`,
    );
  MIGRATIONS.slice(version).forEach((migrate, i) => {
    engine.setUp(() => {
      migrate(engine);
      engine.exec(`PRAGMA user_version = ${version + i + 1}`);
    });
  });
}

// Layout 1 counted each row's changes; nothing ever asked for the number.
function dropRowVersions(engine: Engine): void {
  for (const { name } of storedDeclarations(engine))
    engine.exec(`ALTER TABLE ${sqlNames.table(name)} DROP COLUMN v`);
}

/** The declarations a file holds, as last started with. */
export function storedDeclarations(engine: Engine): CollectionDeclaration[] {
  return engine
    .all<[string]>('SELECT declaration FROM collections ORDER BY name')
    .map(([text]): CollectionDeclaration => JSON.parse(text));
}

/** Makes tables, key columns and indexes agree with the declaration, recomputing keys when the indexes changed. */
export function alignCollection(
  engine: Engine,
  declared: CollectionDeclaration,
  listener: ChangeListener,
): Collection {
  refuseIndexes(declared);
  const text = JSON.stringify(declared);
  const [before] =
    engine.get<[string]>('SELECT declaration FROM collections WHERE name = ?', [declared.name]) ?? [];
  if (before !== text)
    rebuild(engine, declared, before === undefined ? undefined : JSON.parse(before), listener);
  return openCollection(engine, declared, listener);
}

function openCollection(
  engine: Engine,
  declared: CollectionDeclaration,
  listener: ChangeListener,
): Collection {
  const fields = fieldsOf(declared).map((field) => {
    const arrayTable = sqlNames.arrayTable(declared.name, field);
    const hasArrays = engine.get(`SELECT 1 FROM ${arrayTable} LIMIT 1`) !== undefined;
    return describeField(declared.name, field, hasArrays);
  });
  return new Collection(declared, fields, engine, listener);
}

const GEO_PREFIX = keyFieldOf({ field: '', direction: '2dsphere' });

function describeField(collection: string, field: string, hasArrays: boolean): IndexedField {
  const isGeo = field.startsWith(GEO_PREFIX);
  return {
    field,
    isGeo,
    path: (isGeo ? field.slice(GEO_PREFIX.length) : field).split('.'),
    column: sqlNames.column(field),
    arrayTable: sqlNames.arrayTable(collection, field),
    hasArrays,
  };
}

function fieldsOf(declared: CollectionDeclaration): string[] {
  return [...new Set(declared.indexes.flatMap(({ keys }) => keys.map(keyFieldOf)))].filter(
    (field) => field !== '_id',
  );
}

function rebuild(
  engine: Engine,
  declared: CollectionDeclaration,
  before: CollectionDeclaration | undefined,
  listener: ChangeListener,
): void {
  const table = sqlNames.table(declared.name);
  if (!before)
    engine.exec(`CREATE TABLE ${table} (n INTEGER PRIMARY KEY, _id TEXT UNIQUE NOT NULL, d TEXT NOT NULL)`);
  for (const index of before?.indexes ?? [])
    engine.exec(`DROP INDEX IF EXISTS ${sqlNames.index(declared.name, index.name)}`);
  const had = new Set(before ? fieldsOf(before) : []);
  for (const field of fieldsOf(declared)) {
    const arrayTable = sqlNames.arrayTable(declared.name, field);
    if (!had.has(field)) engine.exec(`ALTER TABLE ${table} ADD COLUMN ${sqlNames.column(field)} TEXT`);
    engine.exec(`DROP TABLE IF EXISTS ${arrayTable}`);
    engine.exec(
      `CREATE TABLE ${arrayTable} (key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID`,
    );
    engine.exec(`CREATE INDEX ${sqlNames.index(declared.name, `array ${field}`)} ON ${arrayTable} (n)`);
    had.delete(field);
  }
  for (const gone of had) {
    engine.exec(`ALTER TABLE ${table} DROP COLUMN ${sqlNames.column(gone)}`);
    engine.exec(`DROP TABLE IF EXISTS ${sqlNames.arrayTable(declared.name, gone)}`);
  }
  if (before) openCollection(engine, declared, listener).rebuildKeys();
  for (const index of declared.indexes) createIndex(engine, declared, index);
  engine.run(
    'INSERT INTO collections (name, declaration) VALUES (?, ?) ON CONFLICT DO UPDATE SET declaration = excluded.declaration',
    [declared.name, JSON.stringify(declared)],
  );
}

function createIndex(engine: Engine, declared: CollectionDeclaration, index: IndexDeclaration): void {
  if (index.unique && index.keys.some(({ direction }) => direction === '2dsphere'))
    throw new Error(`index ${index.name} of ${declared.name} cannot be unique: it holds places`);
  const columns = index.keys.map((key) => {
    const column = key.field === '_id' ? '_id' : sqlNames.column(keyFieldOf(key));
    return `${column} ${key.direction === -1 ? 'DESC' : 'ASC'}`;
  });
  const unique = index.unique ? 'UNIQUE ' : '';
  const name = sqlNames.index(declared.name, index.name);
  try {
    engine.exec(`CREATE ${unique}INDEX ${name} ON ${sqlNames.table(declared.name)} (${columns.join(', ')})`);
  } catch (error) {
    if (!messageOf(error).includes('UNIQUE')) throw error;
    throw new Error(
      `index ${index.name} of ${declared.name} cannot be unique: existing documents have equal keys`,
    );
  }
}
