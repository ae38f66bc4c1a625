import { readFileSync } from 'node:fs';
import path from 'node:path';
import { liveIn } from '../support/lived-in-community';
import { untilTrue } from '../support/mini-program';
import { liveHere } from '../support/mini-program-neighbourhood';
import { templatesIn, untoldTaps, type DrawnNode } from '../support/wxml-taps';

const wxml = readFileSync(path.resolve(__dirname, '../../dist/weapp/base.wxml'), 'utf8');
const templates = templatesIn(wxml);
/** The sign-in page and the catalogue of components are for browsers. */
const BROWSER_ONLY = ['welcome', 'catalogue'];

const numberOf = (wanted: (number: string) => boolean): string =>
  [...templates.keys()].find(wanted) ?? 'there is none';
const takesTaps = (number: string): boolean => templates.get(number)?.takesTaps ?? false;

jest.setTimeout(180_000);

describe('what the compiled mini-program tells a screen reader', () => {
  const { community, phoneOf, start, quit } = liveHere();

  it('has templates that can say what a view is, and one for bare taps that cannot', () => {
    const told = numberOf(
      (number) => takesTaps(number) && 'aria-role' in (templates.get(number)?.keys ?? {}),
    );
    const bare = numberOf(
      (number) => takesTaps(number) && !('aria-role' in (templates.get(number)?.keys ?? {})),
    );
    const role = templates.get(told)?.keys['aria-role'] ?? '';
    const label = templates.get(told)?.keys['aria-label'] ?? '';
    const page = (node: DrawnNode): DrawnNode => ({ cn: [node] });
    // Planted faults: a bare tap, a role without a name, and the same told well.
    expect(untoldTaps(page({ nn: bare, cl: 'planted', cn: [{ v: '去看看' }] }), templates)).toEqual([
      'no role: view planted “去看看”',
    ]);
    expect(untoldTaps(page({ nn: told, [role]: 'button', cl: 'planted' }), templates)).toEqual([
      'no name: view planted “”',
    ]);
    expect(untoldTaps(page({ nn: told, [role]: 'button', [label]: '关闭' }), templates)).toEqual([]);
  });

  it('is the role and the name of everything that can be tapped, on every page', async () => {
    const untold: Record<string, string[]> = {};
    for (const { page, query, actor } of await liveIn(community())) {
      if (BROWSER_ONLY.includes(page)) continue;
      const app = await start(phoneOf(actor), `pages/${page}/index${query ? `?${query}` : ''}`);
      const screen = await app.arriveAt(`pages/${page}`);
      await untilTrue(
        () => screen.text().trim() !== '' && !screen.has('正在加载'),
        () => `${page} says nothing`,
      );
      const { root } = app.page().instance['data'] as { root: DrawnNode };
      const found = untoldTaps(root, templates);
      if (found.length > 0) untold[page] = found;
      await quit(app);
    }
    expect(untold).toEqual({});
  });
});
