import { DATABASE_LIMITS } from '../limits';
import type { Log } from '../log';
import { CloudError } from '../protocol/cloud-error';
import type { ChangeListener, Collection } from './collection';
import type { CollectionDeclaration } from './declaration';
import { LiveDocuments } from './documents';
import { Engine } from './engine';
import type { QueryAdvisor } from './query-advice';
import { alignCollection, prepareFile, storedDeclarations } from './schema';

/** All collections of one environment, on one SQLite file. */
export class Store {
  readonly engine: Engine;
  /** Grows when another file takes this one's place: what was read before belongs to the past. */
  generation = 0;
  private readonly collections = new Map<string, { collection: Collection; live: LiveDocuments }>();
  private readonly listeners = new Set<ChangeListener>();

  constructor(
    private readonly options: {
      file: string;
      durable: boolean;
      isLocked?: boolean;
      collections: readonly CollectionDeclaration[];
      log?: Log;
    },
    private readonly advisor: QueryAdvisor,
  ) {
    this.engine = new Engine(options.file, options);
    try {
      prepareFile(this.engine);
      this.engine.setUp(() => this.align(options.collections));
    } catch (error) {
      this.engine.close();
      throw error;
    }
  }

  /** The live collection of that name; a name nobody declared or created is refused with production's code. */
  documents(name: string): LiveDocuments {
    return this.entry(name).live;
  }

  collection(name: string): Collection {
    return this.entry(name).collection;
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  /** `db.createCollection`: a collection without indexes. Refused when it exists. */
  async create(name: string): Promise<void> {
    if (this.collections.has(name))
      throw new CloudError('DATABASE_REQUEST_FAILED', `[ResourceExist] Table exist: ${name}`);
    if (this.collections.size >= DATABASE_LIMITS.maxCollections)
      throw new CloudError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `an environment holds ${DATABASE_LIMITS.maxCollections} collections`,
      );
    try {
      await this.engine.write(() => this.open({ name, indexes: [] }));
    } catch (error) {
      this.collections.delete(name);
      throw error;
    }
  }

  /** Calls `listener` at each change of a document until the returned function is called. */
  watch(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Returns whether everything is in the file; else the log beside it has to be kept. */
  close(): boolean {
    return this.engine.close();
  }

  /** Opens the file anew after `close`, behind this same object: another may lie in its place. */
  reopen(): void {
    this.engine.reopen();
    this.generation++;
    this.collections.clear();
    prepareFile(this.engine);
    this.engine.setUp(() => this.align(this.options.collections));
  }

  private entry(name: string): { collection: Collection; live: LiveDocuments } {
    const entry = this.collections.get(name);
    if (entry) return entry;
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}`,
    );
  }

  private align(declared: readonly CollectionDeclaration[]): void {
    const byName = new Map(storedDeclarations(this.engine).map((stored) => [stored.name, stored]));
    for (const declaration of declared) byName.set(declaration.name, declaration);
    for (const declaration of byName.values()) this.open(declaration);
  }

  private open(declaration: CollectionDeclaration): void {
    const collection = alignCollection(this.engine, declaration, (...change) => {
      for (const listener of this.listeners) listener(...change);
    });
    const live = new LiveDocuments(collection, this.engine, this.advisor);
    this.collections.set(declaration.name, { collection, live });
  }
}
