import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A browser to start: its program, and what it needs in its environment. */
export type BrowserProgram = { readonly executablePath: string; readonly env: NodeJS.ProcessEnv };

const ROOT = path.resolve(__dirname, '../..');
const PROGRAM_FILES = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...PROGRAM_FILES.flatMap((folder) =>
    folder
      ? [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]
      : [],
  ),
];

/**
 * A Chromium that can be started here: the one the variable CHROMIUM names, an installed one, or the one inside the
 * npm package @sparticuz/chromium (Linux on x64). CHROMIUM=bundled asks for the last one.
 */
export function findBrowser(): BrowserProgram {
  const wanted = process.env['CHROMIUM'];
  if (wanted === 'bundled') return bundledBrowser();
  if (wanted) return { executablePath: wanted, env: process.env };
  const installed = USUAL_PLACES.find((place) => existsSync(place));
  if (installed) return { executablePath: installed, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser();
  throw new Error('no Chromium or Chrome was found; install one, or name it in the variable CHROMIUM');
}

function bundledBrowser(): BrowserProgram {
  const described = readFileSync(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(described) as { version: string };
  const folder = path.join(ROOT, 'node_modules/.cache', `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(path.dirname(folder), { recursive: true });
    const unpack = path.join(__dirname, 'browser-unpack.mts');
    execFileSync(process.execPath, ['--import', 'tsx', unpack, folder], { cwd: ROOT, stdio: 'pipe' });
  }
  return { executablePath, env: { ...process.env, ...libraries(folder, executablePath), ...fonts(folder) } };
}

/** A bare machine lacks a few libraries of the browser; the package brings them. Where it has its own, those fit better. */
function libraries(folder: string, executablePath: string): NodeJS.ProcessEnv {
  const needed = execFileSync('ldd', [executablePath], { encoding: 'utf8' });
  if (!needed.includes('not found')) return {};
  const existing = process.env['LD_LIBRARY_PATH'];
  const brought = path.join(folder, 'al2023/lib');
  return { LD_LIBRARY_PATH: existing ? `${existing}:${brought}` : brought };
}

/** Without any font configuration the browser draws nothing at all; the package brings one Latin font. */
function fonts(folder: string): NodeJS.ProcessEnv {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const home = path.join(folder, 'fonts');
  const dirs = `<dir>${home}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    path.join(home, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>\n`,
  );
  return { FONTCONFIG_PATH: home };
}
