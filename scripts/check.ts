import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import aliases from '../config/aliases.js';
import { driftedFiles } from './generate-docs';

const ROOT = path.resolve(__dirname, '..');
const bin = (name: string): string => path.join(ROOT, 'node_modules/.bin', name);

type Check = { readonly name: string; run(): Promise<string | null> };

/** Runs a tool; null when it is content, else what it said. */
const tool = (name: string, command: string, args: readonly string[]): Check => ({
  name,
  run: () =>
    new Promise((resolve, reject) => {
      const child = spawn(bin(command), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      child.stdout.on('data', (chunk) => (said += String(chunk)));
      child.stderr.on('data', (chunk) => (said += String(chunk)));
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0 ? null : said));
    }),
});

const generated: Check = {
  name: 'generated files',
  run: async () => {
    const drifted = driftedFiles();
    return drifted.length === 0
      ? null
      : `stale: ${drifted.join(', ')}. Run \`npm run generate\` and commit the result.`;
  },
};

/** tsconfig.base.json cannot import config/aliases.js, so the two lists are compared. */
const aliasLists: Check = {
  name: 'aliases',
  run: async () => {
    const { compilerOptions } = JSON.parse(readFileSync(path.join(ROOT, 'tsconfig.base.json'), 'utf8')) as {
      compilerOptions: { paths: Record<string, [string]> };
    };
    const inTsconfig = Object.entries(compilerOptions.paths).map(([key, [folder]]) => `${key} ${folder}`);
    const inConfig = Object.entries(aliases).map(
      ([key, folder]) => `${key}/* ./${path.relative(ROOT, folder)}/*`,
    );
    return inTsconfig.sort().join() === inConfig.sort().join()
      ? null
      : 'tsconfig.base.json and config/aliases.js differ';
  },
};

const FOLDERS = ['domain', 'cloudfunctions', 'localcloud', 'src', 'scripts', 'tests'];
const CHECKS: readonly Check[] = [
  ...FOLDERS.map((folder) => tool(`types of ${folder}`, 'tsc', ['-p', folder])),
  tool('syntax rules', 'eslint', [
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint',
  ]),
  tool('values of style sheets', 'stylelint', ['src/**/*.scss']),
  tool('who imports whom', 'depcruise', ['--output-type', 'err', ...FOLDERS]),
  tool('unused code', 'knip', ['--no-progress']),
  tool('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  generated,
  aliasLists,
];

/** Two at a time: that is how many cores the smallest machine has. */
export async function runChecks(say: (line: string) => void): Promise<boolean> {
  const waiting = [...CHECKS];
  let isContent = true;
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const complaint = await check.run();
      say(`${complaint === null ? '✓' : '✗'} ${check.name}`);
      if (complaint === null) continue;
      isContent = false;
      say(complaint);
    }
  };
  await Promise.all([worker(), worker()]);
  return isContent;
}

if (require.main === module) void runChecks(console.log).then((isContent) => process.exit(isContent ? 0 : 1));
