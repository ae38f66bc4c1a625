import { isRecord, type Params } from '@localcloud/protocol/params';
import type { Store } from '@localcloud/store/store';
import { checkStore } from '@localcloud/upkeep/check';
import type { Ledger } from './ledger';
import { GROUP_SIZE, PIPELINE, TOTAL_OF_PAIR } from './order';

export const FAULTS = ['lost', 'doubled', 'reordered', 'half', 'damaged'] as const;
export type Fault = (typeof FAULTS)[number];
/** Says what is wrong, in a sentence. */
export type Accuse = (fault: Fault, what: string) => void;

type Stored = { id: string; text: string; doc: Params };

/** Compares what is stored with what was acknowledged. With `settle`, what is stored now is what later verdicts expect. */
export function judge(store: Store, ledger: Ledger, accuse: Accuse, { settle }: { settle: boolean }): void {
  const stored = new Map(
    store
      .names()
      .filter((name) => name !== 'bulk')
      .map((name) => [name, readAll(store, name)]),
  );
  const of = (name: string): readonly Stored[] => stored.get(name) ?? [];
  judgeSettled(stored, ledger, accuse);
  judgeCounters(of('counters'), ledger, accuse);
  judgeLog(of('log'), ledger, accuse);
  judgePairs(of('pairs'), of('journal'), ledger, accuse);
  judgeClaims(of('claims'), ledger, accuse);
  judgeGroups(store, of('groups'), ledger, accuse);
  for (const { where, examples } of checkStore(store).damages)
    accuse('damaged', `${where}: ${examples.join('; ')}`);
  if (settle) settleAll(stored, ledger);
}

function readAll(store: Store, name: string): Stored[] {
  const rows = store.documents(name).select({ filter: {}, sort: [], skip: 0, limit: Infinity });
  return rows.map(({ text, doc }) => ({
    id: String(doc['_id']),
    text,
    doc: isRecord(doc) ? doc : {},
  }));
}

function judgeAtLeast(
  what: string,
  found: number | undefined,
  acknowledged: number,
  mayFollow: number,
  accuse: Accuse,
): void {
  if (found === undefined || found < acknowledged)
    accuse('lost', `${what} stands at ${found ?? 'nothing'}, acknowledged was ${acknowledged}`);
  else if (found > acknowledged + mayFollow)
    accuse('doubled', `${what} stands at ${found}, acknowledged was ${acknowledged}`);
}

// A write may have reached the disk before its acknowledgement reached us: one at most for each writer, the dead ones
// nobody judged included.
function judgeCounters(counters: readonly Stored[], ledger: Ledger, accuse: Accuse): void {
  const values = new Map(counters.map(({ id, doc }) => [id, Number(doc['n'])]));
  for (const [id, n] of ledger.counters)
    judgeAtLeast(`counter ${id}`, values.get(id), n, ledger.mayFollow(ledger.unheardOf(id)), accuse);
}

function judgeLog(log: readonly Stored[], ledger: Ledger, accuse: Accuse): void {
  const last = new Map<string, number>();
  for (const { doc } of log) {
    const writer = String(doc['writer']);
    const [seq, before] = [Number(doc['seq']), last.get(writer) ?? 0];
    if (seq === before) accuse('doubled', `log ${writer} ${seq} is stored twice`);
    else if (seq !== before + 1) accuse('reordered', `log ${writer} ${seq} stands after ${before}`);
    last.set(writer, seq);
  }
  for (const [writer, seq] of ledger.log)
    judgeAtLeast(`log ${writer}`, last.get(writer), seq, ledger.mayFollow(PIPELINE), accuse);
  const places = new Map(log.map(({ doc }, i) => [`${String(doc['writer'])} ${Number(doc['seq'])}`, i]));
  ledger.logOrder.reduce((before, entry) => {
    const place = places.get(entry) ?? before;
    if (place < before) accuse('reordered', `log ${entry} was acknowledged later than it is stored`);
    return place;
  }, -1);
}

function judgePairs(
  pairs: readonly Stored[],
  journal: readonly Stored[],
  ledger: Ledger,
  accuse: Accuse,
): void {
  const noted = new Map<string, number>();
  for (const { doc } of journal) noted.set(String(doc['pair']), (noted.get(String(doc['pair'])) ?? 0) + 1);
  const sides = new Map(pairs.map(({ id, doc }) => [id, doc]));
  for (const { doc } of pairs) {
    const pair = String(doc['pair']);
    const [left, right] = [sides.get(`${pair}-left`), sides.get(`${pair}-right`)];
    const moves = [left?.['moves'], right?.['moves'], noted.get(pair) ?? 0];
    const total = Number(left?.['n']) + Number(right?.['n']);
    if (new Set(moves).size !== 1 || total !== TOTAL_OF_PAIR)
      accuse('half', `pair ${pair}: moves ${moves.join(', ')}, in all ${total}`);
  }
  for (const [pair, moves] of ledger.pairs) {
    const found = sides.get(`${pair}-left`)?.['moves'];
    judgeAtLeast(
      `pair ${pair}`,
      typeof found === 'number' ? found : undefined,
      moves,
      ledger.mayFollow(1),
      accuse,
    );
  }
}

function judgeClaims(claims: readonly Stored[], ledger: Ledger, accuse: Accuse): void {
  const holders = new Map<string, string>();
  for (const { doc } of claims) {
    const slot = String(doc['slot']);
    if (holders.has(slot)) accuse('doubled', `slot ${slot} is held twice`);
    holders.set(slot, String(doc['by']));
  }
  for (const [slot, by] of ledger.claims)
    if (holders.get(slot) !== by)
      accuse(holders.has(slot) ? 'doubled' : 'lost', `slot ${slot} was ${by}'s, is ${holders.get(slot)}'s`);
}

function judgeGroups(store: Store, groups: readonly Stored[], ledger: Ledger, accuse: Accuse): void {
  const values = new Map<string, number>();
  for (const { id, doc } of groups) {
    const [group, n] = [String(doc['group']), Number(doc['n'])];
    if (n !== (values.get(group) ?? n)) accuse('half', `group ${group} is at ${values.get(group)} and ${n}`);
    if (doc['code'] !== id) accuse('half', `${id} keeps a part of a refused update`);
    values.set(group, n);
  }
  for (const [group, n] of ledger.groups)
    judgeAtLeast(`group ${group}`, values.get(group), n, ledger.mayFollow(1), accuse);
  for (const [group, n] of values) {
    const found = store.documents('groups').count({ group, tags: `n${n}` });
    if (found !== GROUP_SIZE) accuse('damaged', `group ${group}: its index finds ${found} at n${n}`);
  }
}

function judgeSettled(stored: ReadonlyMap<string, readonly Stored[]>, ledger: Ledger, accuse: Accuse): void {
  const left = new Map(ledger.settled);
  for (const [name, documents] of stored) {
    for (const { id, text, doc } of documents) {
      if (Number(doc['g'] ?? Infinity) >= ledger.settledBefore) continue;
      const key = `${name} ${id}`;
      const before = left.get(key);
      if (before === undefined) accuse('doubled', `${key} has appeared after its writer's death`);
      else if (before !== text) accuse('half', `${key} has changed after its writer's death`);
      left.delete(key);
    }
  }
  for (const key of left.keys()) accuse('lost', `${key} was there before, and is gone`);
}

function settleAll(stored: ReadonlyMap<string, readonly Stored[]>, ledger: Ledger): void {
  let latest = ledger.settledBefore - 1;
  for (const [name, documents] of stored) {
    for (const { id, text, doc } of documents) {
      if (name === 'counters') ledger.settleCounter(id, Number(doc['n']));
      if (doc['g'] === undefined) continue;
      latest = Math.max(latest, Number(doc['g']));
      ledger.settled.set(`${name} ${id}`, text);
    }
  }
  ledger.settledBefore = latest + 1;
  for (const part of ['log', 'pairs', 'claims', 'groups', 'backups'] as const) ledger[part].clear();
  ledger.logOrder.length = 0;
}
