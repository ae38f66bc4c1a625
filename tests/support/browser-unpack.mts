// Unpacks the Chromium that comes inside an npm package into the folder named on the command line. The package is an
// ES module and unpacks into the system's temporary folder, so it gets a process of its own with its own TMPDIR.
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const target = path.resolve(process.argv[2] ?? '');
const unpacked = mkdtempSync(`${target}-`);
process.env['TMPDIR'] = unpacked;
// The libraries a bare machine lacks are unpacked only where the package believes to run in a function of AWS.
process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');

await chromium.executablePath();
chmodSync(path.join(unpacked, 'chromium'), 0o755);
try {
  // In one step: another test file that unpacks at the same time never sees half a browser.
  renameSync(unpacked, target);
} catch {
  rmSync(unpacked, { recursive: true });
}
