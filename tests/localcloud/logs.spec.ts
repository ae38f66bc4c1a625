import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogFile } from '@localcloud/log-file';
import { runCli } from './cli-process';
import { temporaryFolder } from './temporary-folder';

jest.setTimeout(60_000);

test('a log file is rotated at its size: so many files are kept, no line is torn, the newest is in the first', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'log.jsonl');
  const { log, close } = bound(new LogFile(file, { maxBytes: 1000, files: 3 }));
  for (let n = 0; n < 100; n++) log({ level: 'info', n });
  close();
  expect(readdirSync(folder).sort()).toEqual(['log.jsonl', 'log.jsonl.1', 'log.jsonl.2']);
  const numbers = ['log.jsonl.2', 'log.jsonl.1', 'log.jsonl'].flatMap((name) => {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1000);
    return readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): number => JSON.parse(line).n);
  });
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => 100 - numbers.length + i));
});

test('a log that is continued after a restart keeps what it had', () => {
  const file = join(temporaryFolder(), 'log.jsonl');
  for (const n of [1, 2]) {
    const { log, close } = bound(new LogFile(file));
    log({ n });
    close();
  }
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(2);
});

test('a folder that cannot be written is named at the start', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => new LogFile(join(file, 'log.jsonl'))).toThrow(/the log file .* cannot be written/);
});

test('a running server logs to its file, opens it anew on SIGHUP, and writes down neither bodies, queries nor sessions', async () => {
  const folder = temporaryFolder();
  const config = join(folder, 'config.cjs');
  writeFileSync(config, `module.exports.localcloud = { env: 'logged', collections: [], functions: [] };`);
  const file = join(folder, 'log.jsonl');
  const data = join(folder, 'data');
  const cli = runCli([
    'start',
    '--config',
    config,
    '--data',
    data,
    '--port',
    '0',
    '--log',
    file,
    '--log-requests',
  ]);
  const url = await fileSays(file, /"url":"([^"]+)"/);
  const ask = async (path: string): Promise<unknown> =>
    (
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer private-session' },
        body: '{"data":"private-body"}',
      })
    ).json();
  await ask('/call/first?sign=private-query');
  await fileSays(file, /"path":"\/call\/first","status":401/);
  renameSync(file, `${file}.moved`);
  cli.child.kill('SIGHUP');
  await until(() => existsSync(file));
  await ask('/call/second');
  await fileSays(file, /"path":"\/call\/second"/);
  cli.child.kill('SIGTERM');
  expect(await cli.ended).toBe(0);
  const written = readFileSync(file, 'utf8') + readFileSync(`${file}.moved`, 'utf8');
  expect(written).not.toContain('private');
  expect(written).toContain('"message":"stopped"');
  expect(cli.said()).toBe('');
});

test('SIGHUP with a log that cannot be opened anew does not end the server: it says so and writes on where it wrote', async () => {
  const folder = temporaryFolder();
  const config = join(folder, 'config.cjs');
  writeFileSync(config, `module.exports.localcloud = { env: 'logged', collections: [], functions: [] };`);
  const file = join(folder, 'logs', 'log.jsonl');
  const data = ['--data', join(folder, 'data'), '--port', '0'];
  const cli = runCli(['start', '--config', config, ...data, '--log', file, '--log-requests']);
  const url = await fileSays(file, /"url":"([^"]+)"/);
  renameSync(join(folder, 'logs'), join(folder, 'moved'));
  writeFileSync(join(folder, 'logs'), 'no folder');
  cli.child.kill('SIGHUP');
  await cli.says(/^SIGHUP: the log cannot be opened anew, the old file is kept: ENOTDIR.*\n$/);
  expect((await fetch(`${url}/call/later`, { method: 'POST', body: '{}' })).status).toBe(401);
  await fileSays(join(folder, 'moved', 'log.jsonl'), /"path":"\/call\/later"/);
  cli.child.kill('SIGTERM');
  expect(await cli.ended).toBe(0);
});

const bound = (file: LogFile): { log: LogFile['log']; close: () => void } => ({
  log: file.log,
  close: () => file.close(),
});

async function fileSays(file: string, words: RegExp): Promise<string> {
  let found: RegExpExecArray | null = null;
  await until(() => {
    found = existsSync(file) ? words.exec(readFileSync(file, 'utf8')) : null;
    return found !== null;
  });
  return String(found?.[1]);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
