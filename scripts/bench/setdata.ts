import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from '../build-app';
import { ROOT } from '../serve-app';
import { report, type Figures } from './setdata-report';

const LENGTHS = [20, 500, 5_000];
const DOCS = path.join(ROOT, 'docs/bench');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Opens, scrolls and counts each talk in the compiled mini-program; see the spec for how. */
function measure(keepIn: string): Promise<void> {
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--selectProjects', 'simulate', '--testPathPatterns', 'simulate/long-talk'];
  const env = { ...process.env, TALK_LENGTHS: LENGTHS.join(','), TALK_FIGURES: keepIn };
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('a talk cost more than it may; see above')),
    );
  });
}

async function main(): Promise<void> {
  await buildApp(['functions', 'weapp'], say);
  const folder = mkdtempSync(path.join(tmpdir(), 'huying-setdata-'));
  const keepIn = path.join(folder, 'figures.json');
  try {
    await measure(keepIn);
    const figures = JSON.parse(readFileSync(keepIn, 'utf8')) as Figures[];
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim();
    writeFileSync(path.join(DOCS, 'setdata.json'), `${JSON.stringify({ commit, figures }, null, 2)}\n`);
    writeFileSync(path.join(DOCS, 'setdata.md'), report(figures, commit));
    const files = ['json', 'md'].map((ending) => path.join(DOCS, `setdata.${ending}`));
    execFileSync(path.join(ROOT, 'node_modules/.bin/prettier'), ['--write', ...files]);
    say('docs/bench/setdata.md');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
