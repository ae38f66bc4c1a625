import type { Doc, Value } from '../../protocol/values';
import type { Row } from '../../store/collection';
import type { Store } from '../../store/store';

/** Whose changes are told, and to whom. */
export type WatchedCollection = {
  readonly name: string;
  /** A change is told under the topic `<collection>/<field>/<value>` of each of these fields that holds text. */
  readonly fields: readonly string[];
  /** Told only when one of these differs; every change when not given. */
  readonly when?: readonly string[];
  /** Fields that are told with it, so that a listener who knows already need not ask; none when not given. */
  readonly tell?: readonly string[];
};

/** That something under a topic has changed, with the fields that are told of it. */
export type Change = { readonly topic: string; readonly [told: string]: Value };
type Hear = (changes: readonly Change[]) => void;

/** Tells listeners that something under one of their topics has changed, once it is on disk. */
export class Hints {
  private readonly watched: ReadonlyMap<string, WatchedCollection>;
  private readonly listeners = new Map<string, Set<Hear>>();
  /** By topic and id: of a document that changed twice, the latest is told. */
  private readonly due = new Map<string, Change>();

  constructor(
    private readonly store: Pick<Store, 'watch' | 'engine'>,
    collections: readonly WatchedCollection[],
  ) {
    this.watched = new Map(collections.map((collection) => [collection.name, collection]));
    store.watch((collection, idKey, before, after) => this.note(collection, idKey, before, after));
  }

  /** Calls `hear` with what changed under `topics`, all of one commit together. Returns what ends it. */
  listen(topics: readonly string[], hear: Hear): () => void {
    for (const topic of topics) {
      const known = this.listeners.get(topic) ?? new Set();
      this.listeners.set(topic, known.add(hear));
    }
    return () => {
      for (const topic of topics) {
        const known = this.listeners.get(topic);
        known?.delete(hear);
        if (known?.size === 0) this.listeners.delete(topic);
      }
    };
  }

  private note(collection: string, idKey: string, before: Row | null, after: Doc | null): void {
    const watched = this.watched.get(collection);
    if (!watched || this.listeners.size === 0) return;
    const { fields, when, tell = [] } = watched;
    const was = before?.doc;
    if (when && was && after && when.every((field) => was[field] === after[field])) return;
    const isFirst = this.due.size === 0;
    const is = after ?? was ?? {};
    const told = Object.fromEntries(tell.map((field) => [field, is[field] ?? null]));
    for (const doc of [was, after])
      for (const field of fields) {
        const topic = `${collection}/${field}/${String(doc?.[field])}`;
        if (typeof doc?.[field] === 'string' && this.listeners.has(topic))
          this.due.set(`${topic} ${idKey}`, { ...told, topic });
      }
    if (isFirst && this.due.size > 0) this.tellWhenStored();
  }

  // Nobody is told of what may yet be lost. A commit that fails leaves nothing to tell.
  private tellWhenStored(): void {
    this.store.engine
      .read(() => undefined)
      .then(
        () => this.tell(),
        () => this.due.clear(),
      );
  }

  private tell(): void {
    const heard = new Map<Hear, Change[]>();
    for (const change of this.due.values())
      for (const hear of this.listeners.get(change.topic) ?? [])
        heard.set(hear, [...(heard.get(hear) ?? []), change]);
    this.due.clear();
    for (const [hear, changes] of heard) hear(changes);
  }
}
