import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const CLI = join(__dirname, '..', '..', 'localcloud', 'cli.ts');

function run(args: readonly string[]): {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  return { child, said: () => said, ended };
}

test('a developer starts a cloud from a configuration file, calls it, and stops it with one signal', async () => {
  const folder = temporaryFolder();
  const config = join(folder, 'config.cjs');
  writeFileSync(
    config,
    `module.exports.localcloud = {
      env: 'mine', collections: [],
      functions: [{ name: 'hello', timeoutSeconds: 3, clientCallable: true, load: async () => ({ main: () => 'hello' }) }],
    };`,
  );
  const { child, said, ended } = run([
    'start',
    '--config',
    config,
    '--data',
    join(folder, 'data'),
    '--port',
    '0',
  ]);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /"url":"([^"]+)"/.exec(said())?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then(() => reject(new Error(said())), reject);
  });
  const signedIn = await fetch(`${url}/_localcloud/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"newcomer":true}',
  });
  const { token } = await signedIn.json();
  const answer = await fetch(`${url}/call/hello`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  });
  expect(await answer.json()).toMatchObject({ result: 'hello' });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 30_000);

test.each([
  ['no command', [], /localcloud start --config FILE/],
  [
    'a file without a configuration',
    ['start', '--config', __filename.replace(/cli\.spec/, 'kill-collections')],
    /must export 'localcloud'/,
  ],
  ['a port that is none', ['start', '--config', 'x.cjs', '--port', 'http'], /--port must be 0 to 65535/],
])(
  '%s is answered with what to do',
  async (_what, args, words) => {
    const { said, ended } = run(args);
    expect(await ended).toBe(1);
    expect(said()).toMatch(words);
  },
  30_000,
);
