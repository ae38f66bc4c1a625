import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';
import { untilTrue } from '../support/mini-program';

const { newcomer, staffZhao } = cast;
/** What may cross from logic to view until a page stands; more is felt on an old phone. */
const PAGE_BYTES = 64 * 1024;

type AppJson = { pages: string[]; subPackages: { root: string; pages: string[] }[] };
const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../dist/weapp/app.json'), 'utf8')) as AppJson;
const routes = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

jest.setTimeout(60_000);

describe('every page of the compiled mini-program', () => {
  const { phoneOf, start } = liveHere();

  it.each([
    ['staff', staffZhao, false],
    ['somebody nobody knows yet', newcomer, false],
    ['somebody who wants things large', staffZhao, true],
  ] as const)('has something to say to %s, and leaves no hole', async (_who, actor, isElder) => {
    const phone = phoneOf(actor);
    phone.storage.set('hy.elder', isElder);
    const mini = await start(phone);
    const heavy: string[] = [];
    for (const route of routes) {
      const screen = await mini.enter(route);
      await untilTrue(
        () => screen.text().trim() !== '' && !screen.has('正在加载'),
        () => `${route} says nothing: ${screen.text()}`,
      );
      const bytes = mini.page().crossings.reduce((sum, crossing) => sum + crossing.bytes, 0);
      if (bytes > PAGE_BYTES) heavy.push(`${route} ${bytes}`);
    }
    expect(routes.length).toBeGreaterThan(20);
    expect(heavy).toEqual([]);
  });
});
