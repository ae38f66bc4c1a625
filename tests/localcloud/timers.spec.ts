import { nextRun, parseCron } from '@localcloud/services/timers/cron';
import type { FunctionDeclaration } from '@localcloud/index';
import { startLocalcloud } from '@localcloud/index';
import { movableClock } from './movable-clock';

/** Times are given and read in China's time, as the expressions are. */
const china = (text: string): Date => new Date(`${text}+08:00`);

test.each([
  ['*/5 * * * * * *', '2026-11-22T10:00:01', '2026-11-22T10:00:05'],
  ['*/5 * * * * * *', '2026-11-22T10:00:05', '2026-11-22T10:00:10'],
  ['0 0 2 1 * * *', '2026-11-22T10:00:00', '2026-12-01T02:00:00'],
  ['0 15 10 * * MON-FRI *', '2026-11-20T10:15:00', '2026-11-23T10:15:00'],
  ['0 0 10,14,16 * * * *', '2026-11-22T14:00:00', '2026-11-22T16:00:00'],
  ['0 */30 9-17 * * * *', '2026-11-22T17:30:00', '2026-11-23T09:00:00'],
  ['0 0 12 * * WED *', '2026-11-22T10:00:00', '2026-11-25T12:00:00'],
  ['0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ['0 0 8 * * SAT-SUN *', '2026-11-21T08:00:00', '2026-11-22T08:00:00'],
  ['0 0 8 * * 0 *', '2026-11-22T08:00:00', '2026-11-29T08:00:00'],
  ['0 0 0 1 JAN * 2030', '2026-11-22T00:00:00', '2030-01-01T00:00:00'],
  ['0 1/10 * * * * *', '2026-11-22T10:00:00', '2026-11-22T10:01:00'],
  ['0 0 9 15 * MON *', '2026-11-22T10:00:00', '2026-11-23T09:00:00'],
  ['0 0 9 15 * MON *', '2026-12-14T09:00:00', '2026-12-15T09:00:00'],
])('%s after %s runs at %s', (expression, after, expected) => {
  expect(nextRun(parseCron(expression), china(after))).toEqual(china(expected));
});

test('an expression whose years are over never runs', () => {
  expect(nextRun(parseCron('0 0 0 1 1 * 2020'), china('2026-01-01T00:00:00'))).toBeUndefined();
});

test.each([
  ['0 0 2 1 * *', /7 fields/],
  ['60 * * * * * *', /'second'/],
  ['0 0 25 * * * *', /'hour'/],
  ['0 0 0 0 * * *', /'day'/],
  ['0 0 0 * FOO * *', /'month'/],
  ['0 0 0 * * 7 *', /'weekday'/],
  ['0 0 17-9 * * * *', /'hour'/],
  ['0 */0 * * * * *', /'minute'/],
  ['0 0 0 ? * * *', /'day'/],
])('%s is refused with the name of the field', (expression, words) => {
  expect(() => parseCron(expression)).toThrow(words);
});

test('a timer calls its function without an identity and never overlaps itself', async () => {
  const events: unknown[] = [];
  let finish: (value: string) => void = () => undefined;
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const jobs: FunctionDeclaration = {
    name: 'jobs',
    timeoutSeconds: 5,
    clientCallable: false,
    load: async () => ({
      main: (event, context) => {
        events.push([event, JSON.parse(String(Reflect.get(Object(context), 'environment')))]);
        return work;
      },
    }),
  };
  const cloud = await startLocalcloud({
    dataDir: ':memory:',
    env: 'test',
    clock: movableClock('2026-11-20T00:00:00Z'),
    collections: [],
    functions: [jobs],
    timers: [{ name: 'nightly', functionName: 'jobs', cron: '0 0 3 * * * *' }],
  });
  const runs = [cloud.runTimer('nightly'), cloud.runTimer('nightly')];
  finish('done');
  expect(await Promise.all(runs)).toEqual(['done', 'done']);
  expect(events).toEqual([
    [
      { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-20T00:00:00.000Z', Message: '' },
      expect.objectContaining({ TRIGGER_SRC: 'timer' }),
    ],
  ]);
  expect(JSON.stringify(events)).not.toContain('OPENID');
  await expect(cloud.runTimer('unknown')).rejects.toThrow('no timer is called unknown');
  await cloud.close();
});
