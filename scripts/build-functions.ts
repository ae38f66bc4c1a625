import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import aliases from '../config/aliases.js';
import { functions } from '../cloudfunctions/manifest';
import { FUNCTIONS_DIR, ONE_MACHINE_DIR } from './function-folders';

const ROOT = path.resolve(__dirname, '..');
const SDK = '@cloudbase/node-sdk';

/** Bundles each function with everything it needs: nothing is installed in the cloud, and a cold start loads one file. */
export async function buildFunctions(log: (line: string) => void = console.log): Promise<void> {
  for (const folder of [FUNCTIONS_DIR, ONE_MACHINE_DIR]) await rm(folder, { recursive: true, force: true });
  for (const { name, timeoutSeconds, memoryMb, timers } of functions) {
    const folder = path.join(FUNCTIONS_DIR, name);
    await mkdir(folder, { recursive: true });
    const outfile = path.join(folder, 'index.js');
    await bundle(name, outfile);
    await bundle(name, path.join(ONE_MACHINE_DIR, name, 'index.js'), [SDK]);
    const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    const manifest = { name: `huying-${name}`, version, main: 'index.js', private: true };
    await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const config = {
      timeout: timeoutSeconds,
      memorySize: memoryMb,
      triggers: timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })),
    };
    await writeFile(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
    log(`functions/${name}: ${Math.round((await stat(outfile)).size / 1024)} KB`);
  }
}

async function bundle(name: string, outfile: string, shared: readonly string[] = []): Promise<void> {
  await build({
    entryPoints: [path.join(ROOT, 'cloudfunctions/functions', name, 'index.ts')],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    alias: aliases,
    // The first two are only used by SDK parts that we do not call; they are loaded on demand.
    external: ['bufferutil', 'utf-8-validate', ...shared],
    legalComments: 'none',
    logLevel: 'error',
  });
}

if (require.main === module) void buildFunctions();
