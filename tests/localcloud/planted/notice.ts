import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle, type Patch } from '../kill/bundle';
import { bundleWriter } from '../kill/bundle-writer';
import { runCampaign } from '../kill/campaign';
import { emptyReport } from '../kill/report';
import type { PropertyName } from './run-property';

/** Enough of them that a bug which shows in one kill of ten is not missed. */
const MOST_KILLS = 60;
const run = promisify(execFile);
// The SDK's own files are looked for from where the bundle lies.
const MODULES = join(__dirname, '../../../node_modules');

/** How each property is violated by a localcloud with these patches; null where it holds. Throws when one cannot be checked. */
export async function violationsOf(
  names: readonly PropertyName[],
  patches: readonly Patch[],
  folder: string,
): Promise<Record<string, string | null>> {
  const own = mkdtempSync(join(folder, 'property-'));
  const program = await bundle('tests/localcloud/planted/run-property.ts', own, {
    patches,
    packages: 'apart',
  });
  const { stdout } = await run(process.execPath, [program, ...names], {
    timeout: 60_000,
    env: { ...process.env, NODE_PATH: MODULES },
  });
  return JSON.parse(stdout);
}

/** What is wrong after some kills of a writer with these patches; null when nothing is. */
export async function violationByKills(patches: readonly Patch[], folder: string): Promise<string | null> {
  const own = mkdtempSync(join(folder, 'kills-'));
  const writer = await bundleWriter(own, patches);
  const report = emptyReport();
  for (let seed = 1; seed <= MOST_KILLS / 2 && report.faults.length === 0; seed++)
    await runCampaign(
      { writer, folder: join(own, String(seed)), kinds: ['writing', 'writing'], seed, isBulk: false },
      report,
    );
  const [fault] = report.faults;
  return fault ? `${fault.fault}: ${fault.what}` : null;
}
