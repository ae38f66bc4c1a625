import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { insist, speedOf, type Speed } from './measure';
import { comeToRest } from './page-cache';
import { openPostgres } from './postgres';
import { openRaw } from './raw-engine';
import { floorWorks } from './sdk-floor';
import { startSubject } from './subject-child';
import type { Loaded, RowMeasured } from './subject-messages';
import { atOnce, PAGE, ROW_KEYS, ROWS, type Row } from './workload';

export type RowResult = {
  row: Row;
  localcloud: RowMeasured;
  floor: Speed;
  raw: Speed;
  /** 64 claims sharing a commit, for the row where localcloud shares one too. */
  rawGrouped: Speed | null;
  postgres: Speed | null;
};
export type SizeResult = {
  documents: number;
  dataDir: string;
  loaded: Loaded;
  postgresVersion: string | null;
  contest: { documents: number; contenders: number } | null;
  rows: RowResult[];
};

type Options = {
  seconds: number;
  isWanted: (name: string) => boolean;
  say: (line: string) => void;
  programs: string | undefined;
};

/** Measures every row on so many documents: localcloud, the SDK's floor, libsql by hand, and PostgreSQL, one after the other. */
export async function rowsOn(folder: string, documents: number, options: Options): Promise<SizeResult> {
  const { seconds, isWanted, say, programs } = options;
  mkdirSync(folder, { recursive: true });
  const wanted = ROW_KEYS.filter((row) => isWanted(ROWS[row]));
  const dataDir = path.join(folder, 'localcloud');
  const subject = await startSubject({ dataDir, transport: 'in-process', isApp: false });
  const loaded = await subject.ask<Loaded>({ do: 'load', documents });
  say(`  loaded: ${loaded.perSecond}/s, ${loaded.bytesPerDocument} B each, ${loaded.rssMb} MB`);
  comeToRest(dataDir);
  const ours = new Map<Row, RowMeasured>();
  for (const row of wanted) {
    const measured = await subject.ask<RowMeasured>({
      do: 'row',
      row,
      documents,
      seconds,
      profileSeconds: 1,
    });
    if (row === 'query') insist(measured.examined === PAGE, `the query examined ${measured.examined}`);
    ours.set(row, measured);
    say(`  localcloud  ${ROWS[row]}: ${measured.speed.perSecond}/s`);
  }
  const contest =
    wanted.includes('claims') &&
    (await subject.ask<{ documents: number; contenders: number }>({ do: 'contest', documents }));
  await subject.close();

  const floor = await floors(wanted, documents, seconds);
  const raw = await raws(path.join(folder, 'raw.db'), wanted, documents, options);
  const postgres = programs ? await openPostgres(programs, path.join(folder, 'postgres')) : undefined;
  if (wanted.length > 0) postgres?.load(documents);
  if (postgres) comeToRest(path.join(folder, 'postgres'));
  const theirs = new Map<Row, Speed>();
  for (const row of postgres ? wanted : []) {
    const speed = postgres?.row(row, documents, seconds);
    if (speed) theirs.set(row, speed);
    say(`  PostgreSQL  ${ROWS[row]}: ${speed?.perSecond}/s`);
  }
  await postgres?.close();
  const rows = wanted.flatMap((row): RowResult[] => {
    const [localcloud, low, hand] = [ours.get(row), floor.get(row), raw.get(row)];
    if (!localcloud || !low || !hand) return [];
    const rawGrouped = row === 'claims' ? (raw.get('grouped') ?? null) : null;
    return [{ row, localcloud, floor: low, raw: hand, rawGrouped, postgres: theirs.get(row) ?? null }];
  });
  return {
    documents,
    dataDir,
    loaded,
    postgresVersion: postgres?.version ?? null,
    contest: contest || null,
    rows,
  };
}

async function floors(wanted: readonly Row[], documents: number, seconds: number): Promise<Map<Row, Speed>> {
  const { works, close } = floorWorks(documents);
  const speeds = new Map<Row, Speed>();
  for (const row of wanted)
    speeds.set(row, await speedOf(works[row], { seconds: seconds / 3, atOnce: atOnce(row) }));
  close();
  return speeds;
}

async function raws(
  file: string,
  wanted: readonly Row[],
  documents: number,
  { seconds, say }: Options,
): Promise<Map<Row | 'grouped', Speed>> {
  const raw = openRaw(file, documents);
  const speeds = new Map<Row | 'grouped', Speed>();
  for (let from = 0; wanted.length > 0 && from < documents; from += 10_000)
    raw.load(from, Math.min(documents, from + 10_000));
  comeToRest(path.dirname(file));
  for (const row of wanted) {
    const speed = await speedOf(raw.works[row], { seconds, atOnce: 1 });
    speeds.set(row, speed);
    say(`  raw libsql  ${ROWS[row]}: ${speed.perSecond}/s`);
  }
  if (wanted.includes('claims')) {
    const groups = await speedOf(raw.grouped, { seconds, atOnce: 1 });
    speeds.set('grouped', { ...groups, perSecond: groups.perSecond * 64, times: groups.times * 64 });
    say(`  raw libsql  64 claims in one commit: ${groups.perSecond * 64}/s`);
  }
  raw.close();
  return speeds;
}

/** Where each row's time went, by group and by function, in µs of one operation. */
export function printProfile({ rows }: SizeResult, say: (line: string) => void): void {
  for (const { row, localcloud } of rows) {
    say(`\n${ROWS[row]}`);
    const { groups = {}, functions = [] } = localcloud.profile ?? {};
    for (const [name, micros] of [...Object.entries(groups), ['', 0] as const, ...functions])
      say(name === '' ? '' : `  ${micros.toFixed(2).padStart(8)} µs  ${name}`);
  }
}
