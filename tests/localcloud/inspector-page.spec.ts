import { init } from '@cloudbase/node-sdk';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { launchBrowser } from '../support/browser';
import { temporaryFolder } from './temporary-folder';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(120_000);

let cloud: Localcloud;
let browser: Browser;
beforeAll(async () => {
  const staticDir = temporaryFolder();
  // An app that shows whose session it found.
  writeFileSync(join(staticDir, 'index.html'), '<p id="who"></p><script src="app.js"></script>');
  writeFileSync(join(staticDir, 'app.js'), "who.textContent = sessionStorage.getItem('app.session')");
  cloud = await startLocalcloud({
    ...{ dataDir: ':memory:', env: 'page', staticDir },
    browserSession: { storageKey: 'app.session', valueOf: ({ openid }) => `signed in as ${openid}` },
    collections: [{ name: 'tasks', indexes: [] }],
    timers: [{ name: 'nightly', functionName: 'jobs', cron: '0 0 3 * * * *' }],
    functions: [
      {
        name: 'jobs',
        timeoutSeconds: 5,
        clientCallable: false,
        load: async () => ({
          main: async () => {
            const database = init({ env: process.env['TCB_ENV'] ?? '' }).database();
            return { counted: (await database.collection('tasks').where({ hand: 'left' }).count()).total };
          },
        }),
      },
    ],
  });
  cloud.identities.register([{ openid: 'oAnn', label: 'Auntie Zhang' }]);
  const tasks = init(cloud.sdkInit).database().collection('tasks');
  await tasks.add(Array.from({ length: 25 }, (_, i) => ({ _id: `t${i}`, hand: i % 5 ? 'right' : 'left' })));
  await tasks.add({ _id: '<b>bold</b>', hand: '<img src=x onerror="document.title=1">' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await cloud?.close();
});

/** Opens a section; fails the test for anything the browser complains about, such as a breach of the page's policy. */
async function open(section: string, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 812 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  // A refused filter is an answer of 400, which the browser reports as well.
  const isExpected = (text: string): boolean => text.includes('400 (Bad Request)');
  page.on('console', (line) => {
    if (line.type() === 'error' && !isExpected(line.text())) complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${cloud.url}/_localcloud/#/${section}`);
  await look(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
}

describe.each([375, 1280])('at %i px', (width) => {
  test('a developer filters documents with the keyboard alone', async () => {
    await open('data/tasks', width, async (page) => {
      await page.getByText('examined 21 for 20 documents').waitFor();
      await page.getByLabel('Filter').fill('{"hand":"left"}');
      await page.keyboard.press('Enter');
      await page.getByText('examined 26 for 5 documents').waitFor();
      expect(await page.getByText('no index', { exact: true }).count()).toBe(1);
      await page.locator('summary', { hasText: 't5' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('"left"').first().waitFor();
      await page.getByLabel('Filter').fill('{"hand":');
      await page.keyboard.press('Enter');
      await page.getByText('the filter is not valid JSON').waitFor();
    });
  });

  test('markup in a document is shown, not run', async () => {
    await open('data/tasks', width, async (page) => {
      await page.getByLabel('Filter').fill('{"hand":{"$regex":"img"}}');
      await page.keyboard.press('Enter');
      await page.getByText('for 1 document,').waitFor();
      await page.locator('summary', { hasText: '<b>bold</b>' }).click();
      await page.getByText('onerror', { exact: false }).last().waitFor();
      expect(await page.locator('main b, main img').count()).toBe(0);
      expect(await page.title()).toBe('Data · localcloud');
    });
  });

  test('a developer runs a timer, sees how it went, and finds its query among those without an index', async () => {
    await open('timers', width, async (page) => {
      await page.getByRole('button', { name: 'Run now: nightly' }).click();
      await page.getByText('"counted"').waitFor();
      await page.getByRole('link', { name: 'Calls' }).click();
      await page.locator('summary', { hasText: 'jobs' }).first().click();
      await page.getByText('{ hand: ? }').waitFor();
      await page.getByRole('link', { name: 'Queries' }).click();
      await page.getByText('Declare an index').waitFor();
    });
  });

  test('a developer advances the clock past a timer', async () => {
    await open('clock', width, async (page) => {
      await page.getByRole('button', { name: '+ 1 day' }).click();
      await page.getByText('1 run of timers on the way').waitFor();
      await page.getByRole('button', { name: 'Back to real time' }).click();
      await page.getByText('real time', { exact: true }).waitFor();
    });
  });

  test('a developer opens the app as somebody in a tab of its own', async () => {
    await open('identities', width, async (page) => {
      const opening = page.context().waitForEvent('page');
      await page.getByRole('button', { name: 'Act as Auntie Zhang' }).click();
      const tab = await opening;
      await tab.getByText('signed in as oAnn').waitFor();
      expect(new URL(tab.url()).pathname).toBe('/');
      await page.getByText('The app is open as Auntie Zhang').waitFor();
    });
  });
});

test.each(['light', 'dark'] as const)(
  'in %s colours nothing bars anybody from any section',
  async (colorScheme) => {
    await cloud.runTimer('nightly');
    for (const section of [
      'data',
      'data/tasks',
      'queries',
      'calls',
      'timers',
      'clock',
      'wechat',
      'identities',
    ])
      await open(section, 375, async (page) => {
        await page.emulateMedia({ colorScheme });
        await page.locator('main section > :nth-child(2)').first().waitFor({ state: 'attached' });
        await page.waitForFunction(() => document.querySelector('#env')?.textContent === 'page');
        const fold = page.locator('summary').first();
        if ((await fold.count()) > 0) await fold.click();
        await page.evaluate(axe.source);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => [section, id, nodes[0]?.html])).toEqual([]);
      });
  },
);

test('what changes is shown without a reload', async () => {
  await open('data/tasks', 1280, async (page) => {
    await page.getByText('26 documents').waitFor();
    await init(cloud.sdkInit).database().collection('tasks').add({ _id: 'fresh' });
    await page.getByText('27 documents').waitFor();
  });
});
