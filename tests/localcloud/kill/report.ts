import { FAULTS, type Fault } from './verdict';
import type { KillKind } from './moments';

export type KillReport = {
  kills: Partial<Record<KillKind, number>>;
  /** Writers that were done before they could be killed. */
  survivors: number;
  acknowledged: number;
  /** Backups that had their name when their writer was killed; each has been restored and compared. */
  backups: number;
  faults: { fault: Fault; what: string }[];
};

export function emptyReport(): KillReport {
  return { kills: {}, survivors: 0, acknowledged: 0, backups: 0, faults: [] };
}

export function countKill(report: KillReport, kind: KillKind, isKilled: boolean, acknowledged: number): void {
  if (isKilled) report.kills[kind] = (report.kills[kind] ?? 0) + 1;
  else report.survivors++;
  report.acknowledged += acknowledged;
}

export function killsOf({ kills }: KillReport): number {
  return Object.values(kills).reduce((sum, count) => sum + count, 0);
}

/** The same as figures only, for the documentation. */
export function summarize(report: KillReport): Record<string, unknown> {
  const { kills, acknowledged, backups } = report;
  const faults = FAULTS.map((fault) => [fault, report.faults.filter((each) => each.fault === fault).length]);
  return { kills: killsOf(report), byKind: kills, acknowledged, backups, ...Object.fromEntries(faults) };
}

export function describe(report: KillReport): string {
  const kinds = Object.entries(report.kills).map(([kind, count]) => `${count} ${kind}`);
  const totals = Object.entries(summarize(report)).flatMap(([name, value]) =>
    typeof value === 'number' ? [`${name} ${value}`] : [],
  );
  return `kill -9: ${totals.join(', ')} (${kinds.join(', ')})\n`;
}
