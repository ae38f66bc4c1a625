import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { speedFrom, type Speed } from './measure';
import { loadSql, scriptOf } from './postgres-sql';
import { atOnce, type Row } from './workload';

const PLACES = ['/usr/lib/postgresql/15/bin', ...(process.env['PATH'] ?? '').split(':')];
const TOOLS = ['initdb', 'postgres', 'psql', 'pgbench', 'pg_ctl'];

/** The folder with PostgreSQL's programs; undefined where it is not installed. */
export const postgresPrograms = (): string | undefined =>
  PLACES.find((place) => TOOLS.every((tool) => existsSync(path.join(place, tool))));

type User = { uid: number; gid: number };

// PostgreSQL refuses to run as root.
function ordinaryUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout.toString()));
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL needs an ordinary user: neither postgres nor nobody is there');
}

/** A throw-away cluster in `folder`: fsync and synchronous_commit on, a unix socket, nothing else tuned but memory. */
export async function openPostgres(programs: string, folder: string) {
  const user = ordinaryUser();
  mkdirSync(folder, { recursive: true });
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const run = (tool: string, args: readonly string[]): string =>
    execFileSync(path.join(programs, tool), args, { ...options, maxBuffer: 2 ** 26 }).toString();
  const data = path.join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'bench', '--no-locale', '-E', 'UTF8', '-A', 'trust', '--no-sync']);
  const settings = { fsync: 'on', synchronous_commit: 'on', shared_buffers: '1GB', max_wal_size: '4GB' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...flags],
    { ...options, stdio: 'ignore' },
  );
  const end = (): void => void server.kill('SIGKILL');
  // Before the folder is removed.
  process.prependOnceListener('exit', end);
  const reach = ['-h', folder, '-U', 'bench', 'postgres'];
  const isReady = (): boolean =>
    spawnSync(path.join(programs, 'psql'), [...reach, '-c', 'select 1'], options).status === 0;
  for (let tries = 0; !isReady(); tries += 1) {
    if (tries === 100 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  return {
    version: run('postgres', ['--version']).trim(),
    load: (documents: number): void => {
      for (const sql of loadSql(documents)) run('psql', [...reach, '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql]);
    },
    /** By pgbench, a client in C, with prepared statements; one thread. */
    row: (row: Row, documents: number, seconds: number): Speed => {
      const script = path.join(folder, `${row}.sql`);
      writeFileSync(script, scriptOf(row, documents));
      const clients = String(atOnce(row));
      const args = ['-n', '-M', 'prepared', '-f', script, '-c', clients, '-j', '1', '-T', String(seconds)];
      const log = path.join(folder, `log-${row}`);
      run('pgbench', ['-h', folder, '-U', 'bench', ...args, '-l', '--log-prefix', log, 'postgres']);
      return latenciesIn(folder, `log-${row}`, seconds);
    },
    close: async (): Promise<void> => {
      process.off('exit', end);
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

/** pgbench writes a line for each transaction; its third word is microseconds. */
function latenciesIn(folder: string, prefix: string, seconds: number): Speed {
  const latencies: number[] = [];
  for (const name of readdirSync(folder).filter((file) => file.startsWith(prefix))) {
    const file = path.join(folder, name);
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const microseconds = line.split(' ')[2];
      if (microseconds !== undefined) latencies.push(Number(microseconds) / 1000);
    }
    rmSync(file);
  }
  return speedFrom(latencies, seconds * 1000);
}
