import { cpus, tmpdir } from 'node:os';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { plainCalls, residentCalls } from './calls';
import { postgresPrograms } from './postgres';
import { writeReport, type Results } from './report';
import { printProfile, rowsOn } from './rows';
import { seatsRace } from './seats';
import { startEmpty, startLoaded } from './starts';
import { startSubject } from './subject-child';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000,1000000' },
    seconds: { type: 'string', default: '3' },
    /** Rows whose name contains this, and no calls, seats and starts, unless they are what is named. */
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
    /** Leaves docs/bench as it is. */
    dry: { type: 'boolean', default: false },
  },
});
const sizes = values.documents.split(',').map(Number);
const seconds = Number(values.seconds);
const { only } = values;
const isWanted = (name: string): boolean => only === '' || name.includes(only);

async function measure(folder: string): Promise<Results> {
  const results: Results = {
    facts: {
      node: process.version,
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? '',
      secondsEach: seconds,
      at: new Date().toISOString(),
      postgres: null,
    },
    sizes: [],
    starts: [],
    calls: [],
    seats: [],
  };
  const isStarts = isWanted('starts');
  if (isStarts) results.starts.push(await startEmpty(path.join(folder, 'empty')));
  for (const documents of sizes) {
    say(`${documents.toLocaleString('en')} documents`);
    const place = path.join(folder, String(documents));
    const size = await rowsOn(place, documents, { seconds, isWanted, say, programs: postgresPrograms() });
    if (values.profile) printProfile(size, say);
    results.sizes.push(size);
    results.facts.postgres = size.postgresVersion;
    if (documents === Math.max(...sizes)) await calls(results, size.dataDir, documents);
    if (isStarts) results.starts.push(...(await startLoaded(size.dataDir, documents)));
    rmSync(place, { recursive: true, force: true });
  }
  return results;
}

/** Whole calls and the race for seats, on the largest collection, with the function's database reached both ways: over HTTP
 * as in development, in the process as a community's own service does. */
async function calls(results: Results, dataDir: string, documents: number): Promise<void> {
  for (const transport of ['in-process', 'http'] as const) {
    if (!isWanted('calls') && !isWanted('seats')) return;
    const subject = await startSubject({
      dataDir,
      transport,
      isApp: false,
      isService: transport === 'in-process',
    });
    if (isWanted('calls'))
      results.calls.push(...(await plainCalls(subject, transport, documents, { seconds, say })));
    if (isWanted('seats')) {
      const race = await seatsRace(subject, transport);
      say(
        `  seats (${transport}): p99 ${race.seats.p99} µs, no-op ${race.noop.p99} µs, ratio ${race.ratio}, floor ${race.floor?.ratio ?? '-'}`,
      );
      results.seats.push(race);
    }
    await subject.close();
    if (isWanted('calls'))
      results.calls.push(await residentCalls(`${dataDir}-app-${transport}`, transport, { seconds, say }));
  }
}

async function main(): Promise<void> {
  const startedAt = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'localcloud-bench-'));
  // PostgreSQL runs as another user and has to get to its own folder inside.
  chmodSync(folder, 0o711);
  // A process that was just killed may still be leaving.
  const clean = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  process.on('exit', clean);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const results = await measure(folder);
  say(`\n${writeReport(results, { isDry: values.dry || only !== '' })}`);
  say(`${Math.round((Date.now() - startedAt) / 1000)} s`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
