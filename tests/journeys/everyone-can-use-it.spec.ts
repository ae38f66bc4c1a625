import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { judgePage, sweep, wordsFor, type Found, type Look } from '../support/a11y-sweep';
import { launchBrowser } from '../support/browser';
import { liveIn, type Visit } from '../support/lived-in-community';
import { startCommunity, type RunningCommunity } from '../support/running-community';

/** `npm run check:a11y` looks in every way and keeps what it found. */
const IS_FULL = process.env['A11Y_SWEEP'] === 'full';
const KEEP_IN = process.env['A11Y_FOUND'];
const PHONE = 375;

const looks = (text: 100 | 200, lights: readonly Look['light'][], width = PHONE): Look[] =>
  (['standard', 'elder'] as const).flatMap((edition) =>
    lights.map((light) => ({ edition, light, text, width })),
  );
/** Looks that are gone through at the same time; the short sweep uses both cores of the smallest machine. */
const ROUNDS: readonly (readonly Look[])[] = IS_FULL
  ? [...looks(100, ['light', 'dark']), ...looks(200, ['light', 'dark']), ...looks(100, ['light'], 320)].map(
      (look) => [look],
    )
  : [looks(100, ['light'])];

jest.setTimeout(1_200_000);

describe('every page of the app in a browser', () => {
  let community: RunningCommunity;
  let visits: readonly Visit[];
  const browsers = new Map<number, Promise<Browser>>();
  const browserFor = (text: 100 | 200): Promise<Browser> => {
    const browser = browsers.get(text) ?? launchBrowser(text);
    browsers.set(text, browser);
    return browser;
  };
  const found: Found[] = [];

  beforeAll(async () => {
    community = await startCommunity();
    visits = await liveIn(community);
  });
  afterAll(async () => {
    if (KEEP_IN) writeFileSync(KEEP_IN, JSON.stringify(found));
    for (const browser of browsers.values()) await (await browser).close();
    await community.close();
  });

  it('is among those looked at', () => {
    const folder = path.resolve(__dirname, '../../src/pages');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'index.tsx')
      .map((file) => path.dirname(file).split(path.sep).join('/'));
    const seen = new Set(visits.map(({ page }) => page));
    expect(pages.filter((page) => !seen.has(page))).toEqual([]);
  });

  it.each(ROUNDS.map((round) => [round.map(wordsFor).join(', '), round] as const))(
    'can be used by anyone: %s',
    async (_, round) => {
      const here = await Promise.all(
        round.map(async (look) => sweep(await browserFor(look.text), community, visits, look)),
      );
      found.push(...here.flat());
      const faulty = here.flat().filter(({ faults }) => faults.length > 0);
      expect(faulty.map(({ page, look, faults }) => [page, look, ...faults])).toEqual([]);
    },
  );

  it('would be found wanting: every detector sees what was planted for it', async () => {
    const context = await (await browserFor(100)).newContext({ viewport: { width: PHONE, height: 812 } });
    const page = await context.newPage();
    await page.setContent(PLANTED);
    const faults = await judgePage(
      page,
      { edition: 'elder', light: 'light', text: 100, width: PHONE },
      false,
    );
    await context.close();
    const seen = (wanted: RegExp) => faults.some((fault) => wanted.test(fault));
    expect([
      seen(/^aria-command-name/),
      seen(/^color-contrast/),
      seen(/^target 30×30: 小/),
      seen(/^text 12px: 太小的字/),
      seen(/^called 关闭, but written 打开/),
      seen(/^beyond the edge: 伸出去的字/),
      seen(/^cut off: 被遮住的/),
      seen(/^not dressed as asked/),
    ]).toEqual([true, true, true, true, true, true, true, true]);
  });
});

/** A page on which everything is wrong once. */
const PLANTED = `<html lang="zh-CN"><title>错</title><body><main class="taro_page" style="font-size:20px">
  <div role="button" tabindex="0" style="width:70px;height:70px"></div>
  <p style="color:#ccc;background:#fff">看不清的字</p>
  <div role="button" tabindex="0" style="width:30px;height:30px">小</div>
  <p style="font-size:12px">太小的字</p>
  <div role="button" tabindex="0" aria-label="关闭" style="width:70px;height:70px">打开</div>
  <p style="position:absolute;left:340px;width:200px;top:400px">伸出去的字</p>
  <div style="height:20px;overflow:hidden"><p>看得见的</p><p>被遮住的</p></div>
</main></body></html>`;
