import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FUNCTIONS_DIR } from './function-folders';
import { WEAPP_DIR } from './build-app';

/** WeChat refuses a package above 2 MB; these are our own limits, for old phones on bad networks. */
const KB = 1024;
const MAIN_MAX = 700 * KB;
const SUB_MAX = 300 * KB;

type Package = { readonly name: string; readonly bytes: number; readonly max: number };

const sizeOf = (folder: string, skip: readonly string[] = []): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const full = path.join(folder, entry.name);
    if (skip.includes(full)) return sum;
    return sum + (entry.isDirectory() ? sizeOf(full, skip) : statSync(full).size);
  }, 0);

/** The packages of the built mini-program, as WeChat would count them. @throws when it was not built. */
export function packageSizes(): Package[] {
  const app = JSON.parse(readFileSync(path.join(WEAPP_DIR, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => ({ root, folder: path.join(WEAPP_DIR, root) }));
  return [
    {
      name: 'main',
      bytes: sizeOf(
        WEAPP_DIR,
        roots.map(({ folder }) => folder),
      ),
      max: MAIN_MAX,
    },
    ...roots.map(({ root, folder }) => ({ name: root, bytes: sizeOf(folder), max: SUB_MAX })),
  ];
}

/** Strings that must never leave the server: a bundle with one of them is refused. */
const SECRETS = /HUYING_FIELD_KEY|TENCENTCLOUD_SECRET|secretKey|AppSecret|-----BEGIN/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(full) : [full];
  });

/** Whether a text names something that only the server may know. */
export const tellsSecret = (text: string): boolean => SECRETS.test(text);

/** Files of the built mini-program that mention a secret. */
export const leakyFiles = (): string[] =>
  filesIn(WEAPP_DIR).filter(
    (file) => /\.(js|json|wxml)$/.test(file) && tellsSecret(readFileSync(file, 'utf8')),
  );

if (require.main === module) {
  const packages = packageSizes();
  for (const { name, bytes, max } of packages) {
    console.log(`${bytes > max ? '✗' : '✓'} ${name}: ${Math.round(bytes / KB)} KB of ${max / KB} KB`);
  }
  for (const name of readdirSync(FUNCTIONS_DIR))
    console.log(`  function ${name}: ${Math.round(sizeOf(path.join(FUNCTIONS_DIR, name)) / KB)} KB`);
  const leaky = leakyFiles();
  for (const file of leaky) console.log(`✗ a secret's name stands in ${path.relative(WEAPP_DIR, file)}`);
  process.exit(leaky.length > 0 || packages.some(({ bytes, max }) => bytes > max) ? 1 : 0);
}
