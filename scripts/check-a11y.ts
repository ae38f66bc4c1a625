import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from './build-app';
import { ROOT } from './serve-app';

type Found = { readonly page: string; readonly look: string; readonly faults: readonly string[] };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Looks at every page in every way; see tests/journeys/everyone-can-use-it.spec.ts. Resolves when it is over. */
function sweep(keepIn: string): Promise<number | null> {
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--selectProjects', 'journeys', '--testPathPatterns', 'everyone-can-use-it'];
  const env = { ...process.env, A11Y_SWEEP: 'full', A11Y_FOUND: keepIn };
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** One line a page and one for all: in how many looks it was seen, and how many faults there were. */
function tell(found: readonly Found[]): number {
  const pages = [...new Set(found.map(({ page }) => page))].sort();
  for (const page of pages) {
    const own = found.filter((one) => one.page === page);
    const faults = own.flatMap((one) => one.faults.map((fault) => `${one.look}: ${fault}`));
    say(`${faults.length === 0 ? '✓' : '✗'} ${page}: seen ${own.length} times, ${faults.length} faults`);
    for (const fault of faults) say(`    ${fault}`);
  }
  const total = found.reduce((sum, { faults }) => sum + faults.length, 0);
  const looks = [...new Set(found.map(({ look }) => look))];
  say(`${pages.length} pages in ${looks.length} looks, ${found.length} sights, ${total} faults`);
  for (const look of looks) {
    const own = found.filter((one) => one.look === look);
    say(
      `  ${look}: ${own.reduce((sum, { faults }) => sum + faults.length, 0)} faults on ${own.length} sights`,
    );
  }
  return total;
}

async function main(): Promise<void> {
  await buildApp(['functions', 'h5'], say);
  const folder = mkdtempSync(path.join(tmpdir(), 'huying-a11y-'));
  try {
    const keepIn = path.join(folder, 'found.json');
    const code = await sweep(keepIn);
    if (!existsSync(keepIn)) throw new Error('the sweep came to nothing');
    const total = tell(JSON.parse(readFileSync(keepIn, 'utf8')) as Found[]);
    if (total > 0 || code !== 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
