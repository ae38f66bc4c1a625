import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import aliases from '../config/aliases.js';
import { functions } from '../cloudfunctions/manifest';

const ROOT = path.resolve(__dirname, '..');
export const FUNCTIONS_DIR = path.join(ROOT, 'dist/cloudfunctions');

/** Bundles each function with everything it needs: nothing is installed in the cloud, and a cold start loads one file. */
export async function buildFunctions(log: (line: string) => void = console.log): Promise<void> {
  await rm(FUNCTIONS_DIR, { recursive: true, force: true });
  for (const { name, timeoutSeconds, memoryMb, timers } of functions) {
    const folder = path.join(FUNCTIONS_DIR, name);
    await mkdir(folder, { recursive: true });
    const outfile = path.join(folder, 'index.js');
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
      // Only used by SDK parts that we do not call; they are loaded on demand.
      external: ['bufferutil', 'utf-8-validate'],
      legalComments: 'none',
      logLevel: 'error',
    });
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

if (require.main === module) void buildFunctions();
