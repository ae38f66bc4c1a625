import { build, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** One text of one source file in the place of another. */
export type Patch = { readonly file: string; readonly find: string; readonly replace: string };

/**
 * Bundles `entry` (a path from the repository's root) into one file in `folder` that node starts quickly.
 * The bundle holds patched sources; the sources themselves stay as they are.
 * `packages: 'apart'` leaves packages where they are: quicker to bundle, slower to start.
 * Throws when a patch does not fit its file exactly once.
 */
export async function bundle(
  entry: string,
  folder: string,
  { patches = [], packages = 'inside' }: { patches?: readonly Patch[]; packages?: 'inside' | 'apart' } = {},
): Promise<string> {
  const outfile = join(folder, `${basename(entry, '.ts')}.cjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: 'tests/tsconfig.json',
    logLevel: 'silent',
    plugins: [keepApart(packages), replaceSources(applyPatches(patches))],
  });
  return outfile;
}

/** The patched sources, by path. */
function applyPatches(patches: readonly Patch[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const { file, find, replace } of patches) {
    const path = join(ROOT, file);
    const parts = (sources.get(path) ?? readFileSync(path, 'utf8')).split(find);
    if (parts.length !== 2)
      throw new Error(
        `a patch must be adapted: ${file} holds what it replaces ${parts.length - 1} times, not once: ${find}`,
      );
    sources.set(path, parts.join(replace));
  }
  return sources;
}

function replaceSources(sources: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'replace-sources',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = sources.get(path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
}

/** Native modules cannot be bundled; the bundle lies elsewhere, so packages are named by their place on disk. */
function keepApart(packages: 'inside' | 'apart'): Plugin {
  const { resolve } = createRequire(join(ROOT, 'package.json'));
  return {
    name: 'keep-apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: packages === 'apart' ? /^[@\w]/ : /^libsql$/ }, ({ path, kind }) => {
        const isOurs = kind === 'entry-point' || path.startsWith('@localcloud/') || isBuiltin(path);
        return isOurs ? undefined : { path: resolve(path), external: true };
      });
    },
  };
}
