import { readFileSync } from 'node:fs';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { liveIn } from '../support/lived-in-community';
import { readWorkbook } from '../support/workbook-reader';

const { staffZhao } = cast;
jest.setTimeout(120_000);

describe('the secretary opens the board in the morning', () => {
  const { story, newPerson, community } = tellStories();

  story('which fetches its charts then and no sooner, and opens every list from a bar', async () => {
    await liveIn(community());
    const zhao = await newPerson(staffZhao, { isAtPc: true });
    const { page } = zhao;
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (/chunk\/.*\.js$/.test(response.url())) scripts.push(response.url());
    });
    const drawsCharts = async () => {
      const texts = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
      return texts.filter((text) => text.includes('__ec_inner')).length;
    };
    await zhao.goTo('pages/staff/hub/index');
    await zhao.canPress(/^此刻看板，超时未回复/);
    expect(await drawsCharts()).toBe(0);

    await page.getByRole('button', { name: /^此刻看板，/ }).click();
    const waits = page.getByRole('group', { name: '没办完的事，等了多久' });
    await waits.locator('svg').waitFor();
    expect(await drawsCharts()).toBe(1);

    const fresh = waits.getByRole('button', { name: /^等了不到1小时的事，\d+件$/ });
    const count = Number(/\d+(?=件)/.exec((await fresh.getAttribute('aria-label')) ?? '')?.[0]);
    expect(count).toBeGreaterThan(0);
    await waits.locator('svg').getByText(`${count} 件`).first().waitFor();
    await fresh.focus();
    await page.keyboard.press('Enter');
    await zhao.sees(`共 ${count} 件`);
    await page.goBack();

    const reach = page.getByRole('group', { name: /，每栋楼没通知到的户$/ });
    await reach.locator('svg').waitFor();
    await reach.getByRole('button').first().press('Enter');
    await zhao.sees(/^没联系到 \d+|^没通知到 \d+/);
  });

  story('and takes a table away as a workbook', async () => {
    const zhao = await newPerson(staffZhao, { isAtPc: true });
    await zhao.goTo('pages/staff/notices/index');
    await zhao.canPress('导出 Excel');
    const [download] = await Promise.all([
      zhao.page.waitForEvent('download'),
      zhao.page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('安全提示-生效中.xlsx');
    const { rows, frozenRows } = readWorkbook(readFileSync(await download.path()));
    expect(frozenRows).toBe(1);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[1]?.map(({ type }) => type).slice(-2)).toEqual(['number', 'number']);
  });
});
