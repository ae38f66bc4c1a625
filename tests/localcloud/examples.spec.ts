import { join } from 'node:path';
import { addressOf, runCli } from './cli-process';
import { temporaryFolder } from './temporary-folder';

jest.setTimeout(60_000);

const EXAMPLES = join(__dirname, '..', '..', 'localcloud', 'examples');

test('the example of the README runs as it says: seeded, started, greeted, backed up', async () => {
  const data = temporaryFolder();
  const config = join(EXAMPLES, 'localcloud.config.mjs');
  const seeded = runCli(['seed', '--config', config, '--data', data, '--from', join(EXAMPLES, 'seeds')]);
  expect([await seeded.ended, seeded.said()]).toEqual([0, 'greetings: 2 documents added\n']);

  const cli = runCli(['start', '--config', config, '--data', data, '--port', '0']);
  const url = await addressOf(cli);
  const post = async (
    path: string,
    body: object,
    token?: string,
  ): Promise<{ token: string; result: unknown }> => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    return (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { token } = await post('/_localcloud/sign-in', { newcomer: true });
  expect(await post('/call/greet', { data: { text: 'hello' } }, token)).toMatchObject({
    result: {
      greetings: [{ text: 'hello', from: expect.stringMatching(/^o/) }, { text: '你好' }, { _id: 'first' }],
    },
  });
  const backup = runCli(['backup', join(temporaryFolder(), 'guest-book.backup'), '--data', data]);
  expect([await backup.ended, backup.said()]).toEqual([
    0,
    expect.stringContaining('read back and found equal'),
  ]);
  cli.child.kill('SIGINT');
  expect(await cli.ended).toBe(0);
});
