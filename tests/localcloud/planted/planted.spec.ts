import { PLANTED_BUGS } from './bugs';
import { violationByKills, violationsOf } from './notice';
import { temporaryFolder } from '../temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(120_000);

test.each(PLANTED_BUGS.map((planted) => [planted.bug, planted] as const))(
  'it is noticed when %s',
  async (_bug, planted) => {
    const { caughtBy } = planted;
    const folder = temporaryFolder();
    const violation =
      caughtBy === 'kills'
        ? await violationByKills([planted], folder)
        : (await violationsOf([caughtBy], [planted], folder))[caughtBy];
    expect(violation).toEqual(expect.any(String));
  },
);

test('without a planted bug every one of these checks is content', async () => {
  const names = PLANTED_BUGS.flatMap(({ caughtBy }) => (caughtBy === 'kills' ? [] : [caughtBy]));
  const violations = await violationsOf(names, [], temporaryFolder());
  expect(Object.keys(violations).sort()).toEqual([...new Set(names)].sort());
  for (const [name, violation] of Object.entries(violations)) expect([name, violation]).toEqual([name, null]);
});

test('a planted bug that no longer fits its file is named, not passed over', async () => {
  const stale = { file: 'localcloud/limits.ts', find: 'a text nobody wrote', replace: '' };
  await expect(violationsOf([], [stale], temporaryFolder())).rejects.toThrow(
    'a patch must be adapted: localcloud/limits.ts holds what it replaces 0 times',
  );
});

test('at least fifteen mistakes have been planted', () => {
  expect(new Set(PLANTED_BUGS.map(({ bug }) => bug)).size).toBeGreaterThanOrEqual(15);
});
