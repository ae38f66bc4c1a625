/** What a file's writers have been told is stored. */
export class Ledger {
  readonly counters = new Map<string, number>();
  /** Writers started since a counter was last heard of: each may have counted once without our hearing of it. */
  private readonly startedSince = new Map<string, number>();
  readonly log = new Map<string, number>();
  /** Every append in the order it was acknowledged, since the last verdict. */
  readonly logOrder: string[] = [];
  readonly pairs = new Map<string, number>();
  readonly claims = new Map<string, string>();
  readonly groups = new Map<string, number>();
  /** What was acknowledged when each backup began. */
  readonly backups = new Map<string, Ledger>();
  /** Documents nobody writes to any more, by collection and id, as the last verdict found them. */
  readonly settled = new Map<string, string>();
  /** Writers of an earlier generation are dead and their documents settled. */
  settledBefore = 0;
  acknowledged = 0;

  /**
   * How much more than was acknowledged may be stored. Of a copy made some time after this was noted: anything.
   * Otherwise as much as a writer sends before it waits.
   */
  constructor(readonly mayFollow: (sentAtOnce: number) => number = (sentAtOnce) => sentAtOnce) {}

  /** Notes that a writer is started: the one before it is dead. */
  begin(): void {
    for (const id of this.counters.keys()) this.startedSince.set(id, this.unheardOf(id) + 1);
  }

  /** Notes where the living writer has taken a counter; it may count once more before it says so. */
  private setCounter(id: string, n: number): void {
    this.counters.set(id, n);
    this.startedSince.set(id, 1);
  }

  /** Notes where the dead left a counter. */
  settleCounter(id: string, n: number): void {
    this.counters.set(id, n);
    this.startedSince.set(id, 0);
  }

  /** How many writers may have counted once since a counter was last heard of. */
  unheardOf(id: string): number {
    return this.startedSince.get(id) ?? 1;
  }

  /** Takes in one line a writer said. */
  hear(line: string): void {
    const [kind = '', name = '', ...rest] = line.split(' ');
    const value = rest.join(' ');
    if (kind === 'backup-begin') this.backups.set(name, this.copy());
    if (!['counter', 'seen', 'log', 'pair', 'claim', 'group'].includes(kind)) return;
    this.acknowledged++;
    if (kind === 'counter') this.setCounter(name, Number(value));
    if (kind === 'seen') this.setCounter(name, Math.max(this.counters.get(name) ?? 0, Number(value)));
    if (kind === 'log') {
      this.log.set(name, Number(value));
      this.logOrder.push(`${name} ${value}`);
    }
    if (kind === 'pair') this.pairs.set(name, Number(value));
    if (kind === 'claim') this.claims.set(name, this.claims.has(name) ? `${value} as well` : value);
    if (kind === 'group') this.groups.set(name, Number(value));
  }

  copy(mayFollow = this.mayFollow): Ledger {
    const copy = new Ledger(mayFollow);
    for (const part of ['counters', 'log', 'pairs', 'groups'] as const)
      for (const [name, value] of this[part]) copy[part].set(name, value);
    for (const [name, started] of this.startedSince) copy.startedSince.set(name, started);
    for (const [name, value] of this.claims) copy.claims.set(name, value);
    for (const [name, value] of this.settled) copy.settled.set(name, value);
    copy.logOrder.push(...this.logOrder);
    copy.settledBefore = this.settledBefore;
    return copy;
  }
}
