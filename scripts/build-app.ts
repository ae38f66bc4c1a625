import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions } from './build-functions';
import { FUNCTIONS_DIR } from './function-folders';
import { H5_DIR, ROOT } from './serve-app';

const DIST = path.join(ROOT, 'dist');
export const WEAPP_DIR = path.join(DIST, 'weapp');

type Target = {
  readonly name: string;
  readonly zh: string;
  readonly dir: string;
  readonly inputs: readonly string[];
  build(): Promise<void>;
};

const CLIENT_INPUTS = ['src', 'domain', 'config', 'babel.config.js', 'package-lock.json'];

const TARGETS: Readonly<Record<'functions' | 'h5' | 'weapp', Target>> = {
  functions: {
    name: 'functions',
    zh: '云函数',
    dir: FUNCTIONS_DIR,
    inputs: ['cloudfunctions', 'domain', 'scripts/build-functions.ts', 'package-lock.json'],
    build: () => buildFunctions(() => undefined),
  },
  h5: { name: 'h5', zh: '网页版', dir: H5_DIR, inputs: CLIENT_INPUTS, build: () => runTaro('h5') },
  weapp: {
    name: 'weapp',
    zh: '小程序',
    dir: WEAPP_DIR,
    inputs: CLIENT_INPUTS,
    build: () => runTaro('weapp'),
  },
};

/** Builds what is missing or older than its sources, telling how long it takes. What is up to date is left alone. */
export async function buildApp(
  wanted: readonly (keyof typeof TARGETS)[],
  say: (line: string) => void,
): Promise<void> {
  for (const key of wanted) {
    const target = TARGETS[key];
    const stamp = stampOf(target.inputs);
    const stampFile = path.join(DIST, `.${target.name}.stamp`);
    const isFresh =
      existsSync(target.dir) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
    if (isFresh) continue;
    const startedAt = Date.now();
    say(`… 正在构建${target.zh} building ${target.name}`);
    const ticker = setInterval(
      () => say(`  … ${target.zh} ${Math.round((Date.now() - startedAt) / 1000)} s`),
      15_000,
    );
    try {
      await target.build();
    } finally {
      clearInterval(ticker);
    }
    mkdirSync(DIST, { recursive: true });
    writeFileSync(stampFile, stamp);
    say(`✓ ${target.zh} ${target.name}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }
}

/** A digest of the sources: a build is repeated when any of them changed, whatever the clock says. */
function stampOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (file: string): void => {
    hash.update(path.relative(ROOT, file));
    hash.update(readFileSync(file));
  };
  for (const input of inputs) {
    const full = path.join(ROOT, input);
    if (/\.[a-z]+$/.test(input)) visit(full);
    else for (const entry of filesIn(full)) visit(entry);
  }
  return hash.digest('hex');
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(full) : [full];
    });

/** Taro prints a great deal; it goes to a log file, whose end is shown only when the build fails. */
function runTaro(type: 'h5' | 'weapp'): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  const logFile = path.join(DIST, `build-${type}.log`);
  const log = openSync(logFile, 'w');
  const taro = path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro');
  const child = spawn(process.execPath, [taro, 'build', '--type', type], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      const tail = readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n');
      reject(new Error(`the ${type} build failed (exit ${code}); see dist/build-${type}.log\n${tail}`));
    });
  });
}
