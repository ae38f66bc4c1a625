import { readFileSync } from 'node:fs';
import { replyInThread, resolveThread, askDesk, confirmThread } from '@domain/desk/desk.actions';
import { rateThread } from '@domain/desk/matter.actions';
import { dateOn } from '@domain/kernel/time';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { readWorkbookSheets } from '../support/workbook-reader';

const { auntieZhang, uncleLi, staffZhao, secretaryBai, gridWorkerWang } = cast;
jest.setTimeout(120_000);

describe('the secretary looks at the month', () => {
  const { story, newPerson, community } = tellStories();

  beforeAll(async () => {
    const all = community();
    const asked = await all.must(auntieZhang, askDesk, { message: { text: '电梯又坏了' } });
    const { threadId } = asked.thread;
    await all.must(staffZhao, replyInThread, { threadId, message: { text: '马上来修' } });
    await all.must(staffZhao, resolveThread, { threadId });
    await all.must(auntieZhang, confirmThread, { threadId });
    await all.must(auntieZhang, rateThread, { threadId, rating: { score: 'good' } });
    await all.must(uncleLi, askDesk, { message: { text: '暖气不热' } });
  });

  story('opens a rate and finds just the conversations it counts', async () => {
    const bai = await newPerson(secretaryBai);
    await bai.goTo('pages/staff/hub/index');
    await bai.tap(/^三率统计，/);
    await bai.tap(/^解决率，100%，确认解决 1 件，已结束 1 件$/);
    await bai.sees('共 1 件');
    await bai.sees('电梯又坏了');
    await bai.page.goBack();
    await bai.tap('按主题');
    await bai.tap(/^物业维修，按时答复率100%/);
    await bai.sees('共 1 件');
  });

  story('saves the month as a workbook that holds every number and nobody’s name', async () => {
    const bai = await newPerson(secretaryBai, { isAtPc: true });
    await bai.goTo('pages/figures/month/index');
    await bai.canPress('保存成 Excel 月报');
    const [download] = await Promise.all([
      bai.page.waitForEvent('download'),
      bai.page.getByRole('button', { name: '保存成 Excel 月报' }).click(),
    ]);
    const month = dateOn(Date.now()).slice(0, 7);
    expect(download.suggestedFilename()).toBe(`服务台月报-${month}.xlsx`);
    const bytes = readFileSync(await download.path());
    const sheets = readWorkbookSheets(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['合计', '按时段', '按主题', '按楼栋', '明细']);
    const [totals, , , , list] = sheets;
    const valueOf = (name: string) => totals?.rows.find(([head]) => head?.value === name)?.[1];
    expect(valueOf('提问')).toMatchObject({ type: 'number', value: 2 });
    expect(valueOf('解决率')).toMatchObject({ type: 'number', value: 1, format: '0%' });
    expect(list?.rows).toHaveLength(3);
    expect(JSON.stringify(sheets)).not.toMatch(/张桂兰|李建国|赵敏|电梯又坏了/);
    expect(sheets.map(({ formulas }) => formulas)).toEqual([0, 0, 0, 0, 0]);
  });

  story(
    'sees who looked at what was not theirs to look after, and a grid worker sees no such thing',
    async () => {
      const wang = await newPerson(gridWorkerWang);
      await wang.goTo('pages/figures/grid/index');
      await wang.sees('电梯又坏了');
      await wang.tap(/^张桂兰，电梯又坏了/);
      await wang.sees('马上来修');
      const bai = await newPerson(secretaryBai);
      await bai.goTo('pages/figures/visits/index');
      await bai.sees('王强（网格员）');
    },
  );
});
