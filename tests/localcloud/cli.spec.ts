import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readArguments, WrongUsage } from '@localcloud/cli-arguments';
import { loadConfig } from '@localcloud/cli-config';
import { start } from '@localcloud/cli-start';
import { addressOf, runCli } from './cli-process';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const HELLO = `{ name: 'hello', timeoutSeconds: 3, clientCallable: true, load: async () => ({ main: () => 'hello' }) }`;

function configFile(fields: string): string {
  const file = join(temporaryFolder(), 'config.cjs');
  writeFileSync(file, `module.exports.localcloud = { ${fields} };`);
  return file;
}

const plain = (): string => configFile(`env: 'mine', collections: [], functions: [${HELLO}]`);

/** Signs somebody in at a started cloud, for calls of its functions: status and answer. */
async function caller(url: string): Promise<(name: string) => Promise<unknown>> {
  const signedIn = await fetch(`${url}/_localcloud/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"newcomer":true}',
  });
  const { token } = await signedIn.json();
  return async (name) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${url}/call/${name}`, { method: 'POST', headers, body: '{}' })).json();
  };
}

test('a developer starts a cloud from a configuration file, calls it, and stops it with one signal', async () => {
  const data = join(temporaryFolder(), 'data');
  const cli = runCli(['start', '--config', plain(), '--data', data, '--port', '0']);
  const call = await caller(await addressOf(cli));
  expect(await call('hello')).toMatchObject({ result: 'hello' });
  cli.child.kill('SIGTERM');
  expect(await cli.ended).toBe(0);
});

const HASTY = `{ name: 'hasty', timeoutSeconds: 3, clientCallable: true, load: async () => ({
  main: () => { void Promise.reject(new Error('nobody awaits me')); return 'done'; },
}) }`;
const BROKEN = `{ name: 'broken', timeoutSeconds: 3, clientCallable: true, load: async () => ({
  main: () => new Promise(() => setImmediate(() => { throw new Error('nobody catches me'); })),
}) }`;

test('a function that forgets to await what fails is named in the log, and the others are served on', async () => {
  const config = configFile(`env: 'mine', collections: [], functions: [${HELLO}, ${HASTY}]`);
  const cli = runCli(['start', '--config', config, '--data', temporaryFolder(), '--port', '0']);
  const call = await caller(await addressOf(cli));
  expect(await call('hasty')).toMatchObject({ result: 'done' });
  await cli.says(/"level":"error","message":"a promise failed .*nobody awaits me/);
  expect(await call('hello')).toMatchObject({ result: 'hello' });
  cli.child.kill('SIGTERM');
  expect(await cli.ended).toBe(0);
});

test('an exception nobody catches ends the process: what it left half done is not served on', async () => {
  const config = configFile(`env: 'mine', collections: [], functions: [${BROKEN}]`);
  const cli = runCli(['start', '--config', config, '--data', temporaryFolder(), '--port', '0']);
  const call = await caller(await addressOf(cli));
  const answered = expect(call('broken')).rejects.toThrow('fetch failed');
  expect(await cli.ended).not.toBe(0);
  expect(cli.said()).toContain('nobody catches me');
  await answered;
});

test.each([
  ['no command', [], /start +runs an environment/],
  ['a command that does not exist', ['chekc'], /there is no command chekc; did you mean check\?/],
  [
    'an option that does not exist',
    ['start', '--strct'],
    /localcloud start has no option --strct; did you mean --strict\?/,
  ],
  ['an option without its value', ['check', '--data'], /--data needs a value: --data DIR/],
  ['a switch with a value', ['start', '--strict=yes'], /--strict takes no value/],
  ['a word too many', ['check', 'everything'], /localcloud check does not take 'everything'/],
  ['a backup to nowhere', ['backup'], /say which file: localcloud backup FILE/],
])('%s is wrong usage, said in a sentence', (_what, args, words) => {
  expect(() => readArguments(args)).toThrow(WrongUsage);
  expect(() => readArguments(args)).toThrow(words);
});

test('wrong usage ends with 2', async () => {
  const { said, ended } = runCli(['start', '--strct']);
  expect([await ended, said()]).toEqual([
    2,
    'localcloud start has no option --strct; did you mean --strict?\n',
  ]);
});

test('every command explains itself', async () => {
  for (const command of ['start', 'seed', 'backup', 'restore', 'check', 'inspect', 'invite']) {
    const { help = '' } = readArguments([command, '--help']);
    expect(help).toMatch(new RegExp(`^localcloud ${command}.* \\[options\\]\n`));
    expect(help).toContain('--data DIR');
  }
  const { said, ended } = runCli(['--help']);
  expect([await ended, said()]).toEqual([0, expect.stringContaining('  backup ')]);
});

test.each([
  [`collections: [], functions: []`, 'env must be a text that is not empty'],
  [`env: 'a', collection: [], functions: []`, 'there is no field collection; did you mean collections?'],
  [`env: 'a', collections: {}, functions: []`, 'collections must be a list'],
  [
    `env: 'a', collections: [{ name: 'b', indexes: [{ name: 'c', keys: [{ field: 'd', direction: 'asc' }] }] }], functions: []`,
    "collections[0].indexes[0].keys[0].direction must be 1, -1 or '2dsphere'",
  ],
  [
    `env: 'a', collections: [], functions: [{ name: 'f', timeoutSeconds: '3' }]`,
    'functions[0].timeoutSeconds must be a number of seconds above 0',
  ],
  [
    `env: 'a', collections: [], functions: [], timers: [{ name: 't', functionName: 'f', cron: '* * * * * * *' }]`,
    'timers[0].functionName must be one of the functions ()',
  ],
  [
    `env: 'a', collections: [], functions: [], staticDir: '/nowhere'`,
    'staticDir must be a folder that exists',
  ],
])('a configuration with a wrong field (%s) is refused by its name', async (fields, words) => {
  await expect(loadConfig(configFile(fields))).rejects.toThrow(`config.cjs: ${words}`);
});

test('a start without a configuration, or with a port that is none, is wrong usage too', async () => {
  for (const [args, words] of [
    [[], /say which configuration: --config FILE/],
    [['--config', 'x.cjs', '--port', 'http'], /--port must be 0 to 65535, not http/],
  ] as const) {
    const asked = readArguments(['start', ...args]);
    if (asked.help !== undefined) throw new Error('this is no question for help');
    await expect(start(asked.options)).rejects.toThrow(words);
  }
});

test('a taken port, a folder that cannot be written and a folder in use are each said in a sentence, exit code 1', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const taken = String((server.address() as AddressInfo).port);
  const atPort = runCli(['start', '--config', plain(), '--data', temporaryFolder(), '--port', taken]);
  expect(await atPort.ended).toBe(1);
  expect(atPort.said()).toContain(`port ${taken} is taken`);
  server.close();

  const file = join(temporaryFolder(), 'a file');
  writeFileSync(file, '');
  const inFile = runCli(['start', '--config', plain(), '--data', file, '--port', '0']);
  expect(await inFile.ended).toBe(1);
  expect(inFile.said()).toContain(`the data folder ${file} cannot be written`);

  const folder = temporaryFolder();
  const first = runCli(['start', '--config', plain(), '--data', folder, '--port', '0']);
  await addressOf(first);
  const second = runCli(['start', '--config', plain(), '--data', folder, '--port', '0']);
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/another localcloud is using .*localcloud\.db/);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test('after a kill, the upkeep commands find their way: the address it left behind is nobody’s', async () => {
  const folder = temporaryFolder();
  const config = configFile(`env: 'mine', collections: [{ name: 'tasks', indexes: [] }], functions: []`);
  const killed = runCli(['start', '--config', config, '--data', folder, '--port', '0']);
  await addressOf(killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  for (const args of [['check'], ['inspect'], ['backup', join(temporaryFolder(), 'backup.db')]]) {
    const { said, ended } = runCli([...args, '--data', folder]);
    expect([await ended, said()]).toEqual([0, said()]);
  }
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const nothing = runCli(['check', '--data', empty]);
  expect(await nothing.ended).toBe(1);
  expect(nothing.said()).toContain(`there is no localcloud data in ${empty}`);
});
