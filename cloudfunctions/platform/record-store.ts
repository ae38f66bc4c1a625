import { RECORD_LIMITS, type Receipt, type RecordBase } from '@domain/kernel/record';
import { err, ok, type Result } from '@domain/kernel/result';
import { DAY } from '@domain/kernel/time';
import type { Caller } from './caller';
import type { Collection, Database } from './database';
import type { Relay } from './outbox';
import { changeBetween } from './record-change';

/** A concurrent change makes a move start over from what stands there now; more often than this is a storm. */
const ATTEMPTS = 8;

export type CommitError = 'CONFLICT' | 'KEY_REUSED';

export type RecordStore<R extends RecordBase, N extends string> = {
  readonly collection: Collection<R>;
  /** A record of the caller's own community; "not found" and "not yours" look alike. */
  load(caller: Caller, id: string): Promise<Result<R, N>>;
  /** Stores a new record whose id follows from the caller's key: the same key again gives the record that stands. */
  insert(caller: Caller, record: R): Promise<Result<R, CommitError>>;
  /** load → decide → commit. A repeated key changes nothing and gives the record as it stands. */
  move<E extends string>(
    caller: Caller,
    id: string,
    decide: (record: R) => Result<R, E>,
  ): Promise<Result<R, N | E | CommitError>>;
  /** Stores `after` if nobody has changed `before` meanwhile, with the receipt of the caller's key, in one update. */
  commit(caller: Caller, before: R, after: R): Promise<R | null>;
  /** A timer's change: nobody's key is on it. Null when somebody changed the record meanwhile; the timer comes again. */
  commitByTimer(before: R, after: R): Promise<R | null>;
  /** A consequence's change of its own record: stored, and nothing carried out, for the relay is at work on it. */
  amend(before: R, after: R): Promise<boolean>;
  /** A record the timer makes, under an id that follows from what it is about. False when it stands already. */
  insertByTimer(record: R): Promise<boolean>;
};

/**
 * Records that change by moves. Every change is one conditional update of one document, and that update carries its
 * own history, consequences and receipt; so no crash can separate them.
 */
export function createRecordStore<R extends RecordBase, const N extends string>(
  database: Database,
  name: string,
  notFound: N,
  relay: Relay,
): RecordStore<R, N> {
  const collection = database.collection<R>(name);

  const load = async (caller: Caller, id: string): Promise<Result<R, N>> => {
    const record = await collection.get(id);
    return record && record.communityId === caller.person.communityId ? ok(record) : err(notFound);
  };

  const amend = (before: R, after: R): Promise<boolean> =>
    collection.updateOne(
      { _id: before._id, version: before.version },
      changeBetween(before, after, database.command),
    );

  const replace = async (before: R, after: R): Promise<R | null> => {
    if (!(await amend(before, after))) return null;
    await relay.deliverNow(name, after);
    return after;
  };

  const commit = (caller: Caller, before: R, after: R): Promise<R | null> =>
    replace(before, { ...after, receipts: receiptsAfter(before, caller) });

  return {
    collection,
    load,
    commit,
    commitByTimer: replace,
    amend,

    async insertByTimer(record) {
      if ((await collection.insert(record)) === 'duplicate') return false;
      await relay.deliverNow(name, record);
      return true;
    },

    async insert(caller, record) {
      const signed = { ...record, receipts: [receiptOf(caller)] };
      if ((await collection.insert(signed)) === 'inserted') {
        await relay.deliverNow(name, signed);
        return ok(signed);
      }
      const standing = await collection.get(record._id);
      if (!standing) return err('CONFLICT');
      return isKeyReused(standing, caller) ? err('KEY_REUSED') : ok(standing);
    },

    async move(caller, id, decide) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const loaded = await load(caller, id);
        if (!loaded.ok) return loaded;
        const before = loaded.value;
        if (isKeyReused(before, caller)) return err('KEY_REUSED');
        if (isReplay(before, caller)) return ok(before);
        const decided = decide(before);
        if (!decided.ok) return decided;
        const stored = await commit(caller, before, decided.value);
        if (stored) return ok(stored);
      }
      return err('CONFLICT');
    },
  };
}

const receiptOf = (caller: Caller): Receipt => ({
  key: keyOf(caller),
  digest: caller.digest,
  at: caller.now,
});

/** Keys are the person's own: nobody can take another's by choosing the same characters. */
const keyOf = (caller: Caller): string => `${caller.person.personId}:${caller.key}`;

const receiptsAfter = (record: RecordBase, caller: Caller): readonly Receipt[] => {
  if (caller.key === '') return record.receipts;
  const oldest = caller.now - RECORD_LIMITS.receiptDays * DAY;
  const kept = record.receipts.filter((receipt) => receipt.at >= oldest);
  return [...kept, receiptOf(caller)];
};

const receiptIn = (record: RecordBase, caller: Caller): Receipt | undefined =>
  caller.key === '' ? undefined : record.receipts.find((receipt) => receipt.key === keyOf(caller));

/** This key was carried out on this record before. */
export const isReplay = (record: RecordBase, caller: Caller): boolean =>
  receiptIn(record, caller)?.digest === caller.digest;

/** This key was used on this record for something else. */
export const isKeyReused = (record: RecordBase, caller: Caller): boolean => {
  const receipt = receiptIn(record, caller);
  return receipt !== undefined && receipt.digest !== caller.digest;
};

/** What a guarded update outside `commit` has to push so that a repeated key is recognised. */
export const receiptFor = receiptOf;
