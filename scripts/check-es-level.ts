import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

/**
 * Every script of the built mini-program must be one that old phones can read:
 * `npx tsx scripts/check-es-level.ts [folder, default dist/weapp] [newest edition allowed, default 2017]`.
 */
const NEWEST = 2017;
const EDITIONS = [5, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

type Finding = { readonly file: string; readonly words: string };

const canParse = (code: string, ecmaVersion: (typeof EDITIONS)[number]): boolean => {
  try {
    parse(code, { ecmaVersion, allowHashBang: true });
    return true;
  } catch {
    return false;
  }
};

const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(folder, file));

/** The scripts under a folder that need a newer edition of ECMAScript than allowed, or are no script at all. */
export function findTooNew(folder: string, newest: number = NEWEST): Finding[] {
  return scriptsIn(folder).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const edition = EDITIONS.find((candidate) => canParse(code, candidate));
    if (edition === undefined) return [{ file, words: 'does not parse' }];
    return edition > newest ? [{ file, words: `needs ES${edition}` }] : [];
  });
}

function main(folder: string, newest: number): void {
  const count = scriptsIn(folder).length;
  if (count === 0) throw new Error(`no scripts in ${folder}; build the mini-program first`);
  const findings = findTooNew(folder, newest);
  for (const { file, words } of findings)
    console.error(`${file}: ${words}, but phones read up to ES${newest}`);
  console.log(`${count - findings.length} of ${count} scripts in ${folder} are ES${newest} or older`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

if (require.main === module) main(process.argv[2] ?? 'dist/weapp', Number(process.argv[3] ?? NEWEST));
