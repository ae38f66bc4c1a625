import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Brings everybody to the same start: what others wrote is on the disk, and every file of `folder` has been read once,
 * as localcloud reads its own at each start. A machine's host may take such pages back at any time. By another program:
 * a process that closes a file gives up the locks it has on it.
 */
export function comeToRest(folder: string): void {
  execFileSync('sync');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name));
  if (paths.length > 0) execFileSync('cat', paths, { stdio: 'ignore' });
}
