import type { OutboxEntry, RecordBase } from '@domain/kernel/record';
import type { Database } from './database';
import { factsOf, type Log } from './log';

/**
 * Carries out one consequence. It may run more than once, so it must have one effect however often. It returns the
 * record it belongs to when it changed that record itself.
 */
export type Effect = (entry: OutboxEntry, now: number) => Promise<RecordBase | null>;
export type Effects = Readonly<Record<string, Effect>>;

export type Relay = {
  /** Right after a change: carries out what the change asks for. Never fails the call; leftovers wait for the timer. */
  deliverNow(collectionName: string, record: RecordBase): Promise<void>;
  /** From the timer: finds records whose consequences are due. Returns how many records were served. */
  sweep(collectionName: string): Promise<number>;
};

const SWEEP_PAGE = 50;

/** `effectsOf` is asked late, because modules and relay need each other. */
export function createRelay(
  database: Database,
  effectsOf: () => Effects,
  now: () => number,
  log: Log,
): Relay {
  const deliver = async (name: string, record: RecordBase): Promise<void> => {
    let version = record.version;
    for (const entry of record.outbox) {
      const effect = effectsOf()[entry.effect];
      if (!effect) throw new Error(`no effect is registered under ${entry.effect}`);
      const changed = await effect(entry, now());
      if (changed && changed._id === record._id) version = changed.version;
    }
    // Guarded by the version: a change made meanwhile may have added an entry, and then the timer comes back.
    await database
      .collection<RecordBase>(name)
      .updateOne({ _id: record._id, version }, { outbox: database.command.set([]), outboxDueAt: null });
  };

  const deliverSafely = async (name: string, record: RecordBase): Promise<boolean> => {
    try {
      await deliver(name, record);
      return true;
    } catch (error) {
      log('outbox.failed', { collection: name, record: record._id, ...factsOf(error) });
      return false;
    }
  };

  return {
    async deliverNow(collectionName, record) {
      if (record.outbox.length > 0) await deliverSafely(collectionName, record);
    },
    async sweep(collectionName) {
      const due = await database.collection<RecordBase>(collectionName).find({
        where: { outboxDueAt: database.command.lte(now()).and(database.command.gt(0)) },
        orderBy: [['outboxDueAt', 'asc']],
        limit: SWEEP_PAGE,
      });
      let served = 0;
      for (const record of due) if (await deliverSafely(collectionName, record)) served += 1;
      return served;
    },
  };
}
