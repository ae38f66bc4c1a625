/** Who did something, as kept in a history: enough to read later, no contact details. */
export type Actor = { readonly personId: string; readonly name: string };

export type HistoryEntry = {
  readonly move: string;
  readonly from: string | null;
  readonly to: string;
  readonly by: Actor;
  readonly at: number;
  readonly note?: string | undefined;
};

/** A consequence still to be carried out. `id` is deterministic, so carrying it out twice has one effect. */
export type OutboxEntry = {
  readonly id: string;
  readonly effect: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly at: number;
};

/** The trace of one idempotency key: the same key with the same body is answered, with another body refused. */
export type Receipt = { readonly key: string; readonly digest: string; readonly at: number };

/** What every stored record of the community carries. Instants are epoch milliseconds. */
export type RecordBase = {
  readonly _id: string;
  readonly communityId: string;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** When the outbox first wants attention; null while it is empty. Indexed, so the timer finds leftovers. */
  readonly outboxDueAt: number | null;
  readonly receipts: readonly Receipt[];
};

export const RECORD_LIMITS = { historyMax: 200, receiptDays: 30 } as const;

export const actorOf = (person: Actor): Actor => ({ personId: person.personId, name: person.name });

/** Timers act too, and a history says so. */
export const SYSTEM_ACTOR: Actor = { personId: 'system', name: '系统' };

export type NewRecord = {
  readonly id: string;
  readonly communityId: string;
  readonly by: Actor;
  readonly now: number;
  readonly status: string;
  readonly move: string;
  readonly note?: string | undefined;
};

/** The common part of a record that is being created; its creation is the first entry of its history. */
export const newRecord = ({ id, communityId, by, now, status, move, note }: NewRecord): RecordBase => ({
  _id: id,
  communityId,
  version: 1,
  createdAt: now,
  updatedAt: now,
  history: [{ move, from: null, to: status, by: actorOf(by), at: now, ...(note ? { note } : {}) }],
  outbox: [],
  outboxDueAt: null,
  receipts: [],
});

/** Adds a consequence to a record that is being changed; it is stored by the same update as the change. */
export const withEffect = <R extends RecordBase>(record: R, entry: OutboxEntry): R => ({
  ...record,
  outbox: [...record.outbox, entry],
  outboxDueAt: record.outboxDueAt ?? entry.at,
});

/**
 * A record made of a conversation, or tied to one: the relay sets the link at the conversation's end, under an id that
 * follows from both.
 */
const toldTo = <R extends RecordBase>(
  relation: 'became' | 'tied',
  record: R,
  threadId: string,
  to: { readonly area: string; readonly id: string; readonly title: string },
  by: Actor,
  now: number,
): R =>
  withEffect(record, {
    id: `${to.id}-${relation}-${threadId}`,
    effect: 'desk.link',
    payload: {
      communityId: record.communityId,
      threadId,
      relation,
      ...to,
      isShared: 0,
      byId: by.personId,
      byName: by.name,
      line: '',
    },
    at: now,
  });

type ToConversation = <R extends RecordBase>(
  record: R,
  threadId: string,
  to: { readonly area: string; readonly id: string; readonly title: string },
  by: Actor,
  now: number,
) => R;
export const becameOf: ToConversation = (...ends) => toldTo('became', ...ends);
export const tiedTo: ToConversation = (...ends) => toldTo('tied', ...ends);

/** Writes a line into a record's history without moving it, e.g. "looked at the contact". */
export const withTrace = <R extends RecordBase & { readonly status: string }>(
  record: R,
  trace: { move: string; by: Actor; now: number; note?: string | undefined },
): R => ({
  ...record,
  version: record.version + 1,
  history: appendHistory(record.history, {
    move: trace.move,
    from: record.status,
    to: record.status,
    by: actorOf(trace.by),
    at: trace.now,
    ...(trace.note ? { note: trace.note } : {}),
  }),
});

export const appendHistory = (
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): readonly HistoryEntry[] => [...history, entry].slice(-RECORD_LIMITS.historyMax);
