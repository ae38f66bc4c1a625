import type { Collection } from '../../store/collection';
import type { Store } from '../../store/store';

/** An index as declared; `arrays` names its fields that hold arrays in some document. */
export type IndexFacts = {
  readonly name: string;
  readonly keys: readonly { field: string; direction: string }[];
  readonly unique: boolean;
  readonly arrays: readonly string[];
};

/** `bytes` is estimated, where `isEstimate` says so, from the documents stored last. */
export type CollectionSummary = {
  readonly name: string;
  readonly documents: number;
  readonly bytes: number;
  readonly isEstimate: boolean;
  readonly indexes: readonly IndexFacts[];
};

/** Collections of at most so many documents are weighed document by document. */
const WEIGHED_DOCUMENTS = 10_000;
const SAMPLE = 1000;
/** Counting may take this part of the time. */
const SHARE_OF_TIME = 1 / 20;

/** What every collection holds. Counted anew only when something was written, and never for long at a stretch. */
export class CollectionCensus {
  private last: CollectionSummary[] = [];
  private countedVersion = -1;
  private restUntil = 0;

  constructor(private readonly store: Store) {}

  /** Grows with every write to the file. */
  get version(): number {
    return this.store.engine.get<[number]>('SELECT total_changes()')?.[0] ?? 0;
  }

  take(): CollectionSummary[] {
    const { version } = this;
    const startedAt = performance.now();
    if (version === this.countedVersion || startedAt < this.restUntil) return this.last;
    this.last = this.store.names().map((name) => this.summary(this.store.collection(name)));
    this.countedVersion = version;
    const now = performance.now();
    this.restUntil = now + (now - startedAt) / SHARE_OF_TIME;
    return this.last;
  }

  private summary(collection: Collection): CollectionSummary {
    const { engine } = this.store;
    const [documents] = engine.get<[number]>(`SELECT count(*) FROM ${collection.table}`) ?? [0];
    const isEstimate = documents > WEIGHED_DOCUMENTS;
    const weighed = isEstimate ? SAMPLE : documents;
    const [sum] = engine.get<[number]>(
      `SELECT coalesce(sum(length(CAST(d AS BLOB))), 0) FROM (SELECT d FROM ${collection.table} ORDER BY n DESC LIMIT ?)`,
      [weighed],
    ) ?? [0];
    const bytes = isEstimate ? Math.round((sum / SAMPLE) * documents) : sum;
    return { name: collection.name, documents, bytes, isEstimate, indexes: indexFacts(collection) };
  }
}

function indexFacts({ declaration, fields }: Collection): IndexFacts[] {
  const withArrays = new Set(fields.filter(({ hasArrays }) => hasArrays).map(({ field }) => field));
  return declaration.indexes.map(({ name, keys, unique }) => ({
    name,
    keys: keys.map(({ field, direction }) => ({ field, direction: String(direction) })),
    unique: unique === true,
    arrays: keys.map(({ field }) => field).filter((field) => withArrays.has(field)),
  }));
}
