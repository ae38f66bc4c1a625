import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from './build-app';
import { runChecks } from './check';
import { ROOT } from './serve-app';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Counts = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
};

/** Runs some of the jest projects and adds up what they counted. A suite that could not even start counts as a failure. */
function runJest(
  projects: readonly string[],
  args: readonly string[],
): Promise<{ passed: number; failed: number; skipped: number }> {
  const outputFile = path.join(ROOT, 'dist', `.jest-${projects[0]}.json`);
  rmSync(outputFile, { force: true });
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const child = spawn(
    process.execPath,
    [
      jest,
      '--selectProjects',
      ...projects,
      '--passWithNoTests',
      '--json',
      '--outputFile',
      outputFile,
      ...args,
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: 'UTC' } },
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      const counts = JSON.parse(readFileSync(outputFile, 'utf8')) as Counts;
      const failed = Math.max(counts.numFailedTests, counts.numFailedTestSuites);
      resolve({ passed: counts.numPassedTests, failed, skipped: counts.numPendingTests });
    });
  });
}

/** Everything that must hold before a change lands, quickest first: checks, builds, tests on the built artefacts. */
async function main(): Promise<void> {
  const startedAt = Date.now();
  say('checks');
  const isContent = await runChecks((line) => say(`  ${line}`));
  say('builds');
  await buildApp(['functions', 'weapp', 'h5'], (line) => say(`  ${line}`));
  say('tests');
  const quick = await runJest(
    ['domain', 'localcloud', 'parity', 'cloudfunctions', 'client', 'simulate'],
    ['--maxWorkers=2'],
  );
  // Browsers and the whole server share two cores: one story at a time.
  const stories = await runJest(['journeys'], ['--runInBand']);
  const passed = quick.passed + stories.passed;
  const failed = quick.failed + stories.failed + (isContent ? 0 : 1);
  const skipped = quick.skipped + stories.skipped;
  say(`\n${Math.round((Date.now() - startedAt) / 1000)} s`);
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  say('0 passed, 1 failed');
  process.exit(1);
});
