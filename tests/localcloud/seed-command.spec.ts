import { init } from '@cloudbase/node-sdk';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '@localcloud/cli-seed';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { startLocalcloud } from '@localcloud/index';
import { runCli } from './cli-process';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(120_000);

const collections = [
  { name: 'tasks', indexes: [{ name: 'due', keys: [{ field: 'due', direction: 1 }] }] },
  { name: 'people', indexes: [{ name: 'phone', keys: [{ field: 'phone', direction: 1 }], unique: true }] },
] as const;

function configFile(seedFunction = ''): string {
  const file = join(temporaryFolder(), 'config.cjs');
  writeFileSync(
    file,
    `module.exports.localcloud = { env: 'seeded', collections: ${JSON.stringify(collections)}, functions: [] };\n${seedFunction}`,
  );
  return file;
}

function jsonLines(name: string, lines: readonly string[]): string {
  const file = join(temporaryFolder(), `${name}.jsonl`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const quiet = (): void => undefined;

test('documents from a file are there as the SDK would have added them, dates included, and found by their index', async () => {
  const folder = temporaryFolder();
  const file = jsonLines('tasks', [
    '{"_id":"a","due":{"$date":1}}',
    '',
    '{"_id":"b","due":{"$date":5000},"text":"锦绣"}',
  ]);
  expect(await seed(configFile(), folder, file, quiet)).toEqual(['tasks: 2 documents added']);
  const cloud = await startLocalcloud({ dataDir: folder, env: 'seeded', collections, functions: [] });
  const database = init(cloud.sdkInit).database();
  const { data } = await database
    .collection('tasks')
    .where({ due: database.command.gt(new Date(10)) })
    .get();
  expect(data).toEqual([{ _id: 'b', due: new Date(5000), text: '锦绣' }]);
  await cloud.close();
});

test('seeding twice changes nothing; a document that has changed since is refused, and nothing is overwritten', async () => {
  const folder = temporaryFolder();
  const config = configFile();
  const file = jsonLines('tasks', ['{"_id":"a"}', '{"_id":"b"}']);
  await seed(config, folder, file, quiet);
  expect(await seed(config, folder, file, quiet)).toEqual(['tasks: 0 documents added, 2 were there already']);
  const changed = jsonLines('tasks', ['{"_id":"c"}', '{"_id":"b","text":"other"}']);
  await expect(seed(config, folder, changed, quiet)).rejects.toThrow(
    `${changed}:2: a different document with _id "b" is there; nothing of tasks was added`,
  );
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 2 collections, 2 documents']);
});

test.each([
  ['is no JSON', '{"_id":', /not a document/],
  ['is no object', '[1]', /not a document/],
  ['has no _id', '{"text":"x"}', /the document has no _id/],
  ['breaks a unique index', '{"_id":"z","phone":"1"}', /E11000/],
])('a line that %s is named, and nothing of its file is loaded', async (_what, line, words) => {
  const folder = temporaryFolder();
  const file = jsonLines('people', ['{"_id":"a","phone":"1"}', line]);
  const attempt = seed(configFile(), folder, file, quiet);
  await expect(attempt).rejects.toThrow(words);
  await expect(attempt).rejects.toThrow(`${file}:2: `);
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 2 collections, 0 documents']);
});

test('a file of no declared collection is refused', async () => {
  await expect(
    seed(configFile(), temporaryFolder(), jsonLines('others', ['{"_id":"a"}']), quiet),
  ).rejects.toThrow('no collection others is declared');
});

test('the configuration’s own seed runs on the started cloud', async () => {
  const config = configFile(
    `module.exports.seed = async (cloud) => {
       const { init } = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))});
       await init(cloud.sdkInit).database().collection('tasks').add({ _id: 'made', text: 'by the seed' });
     };`,
  );
  const folder = temporaryFolder();
  const { said, ended } = runCli(['seed', '--config', config, '--data', folder]);
  expect([await ended, said()]).toEqual([0, expect.stringContaining('ran seed of')]);
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 2 collections, 1 documents']);
});

test('a hundred thousand documents are loaded in a process of 160 MB', async () => {
  const count = 100_000;
  const file = jsonLines(
    'tasks',
    Array.from(
      { length: count },
      (_, i) => `{"_id":"t${i}","due":{"$date":${i}},"text":"${'x'.repeat(300)}"}`,
    ),
  );
  const folder = temporaryFolder();
  const { said, ended } = runCli(['seed', '--config', configFile(), '--data', folder, '--from', file], {
    NODE_OPTIONS: '--max-old-space-size=64',
  });
  expect([await ended, said()]).toEqual([0, expect.stringContaining('tasks: 100,000 documents added')]);
});
