import * as actions from '@domain/desk/desk.actions';
import { moveOut, requestBinding } from '@domain/people/people.actions';
import { cast, type Actor } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, zhangsHusband, uncleLi, newcomer, otherResident, gridWorkerWang, staffZhao } = cast;

describe('writing for an elder of the household', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const open = (helper: Actor, personId = auntieZhang.personId) =>
    community.call(helper, actions.getHelped, { personId });
  const write = (helper: Actor, helpFor = auntieZhang.personId) =>
    community.call(helper, actions.askDesk, { message: { text: '暖气不热' }, helpFor });
  const refused = { ok: false, code: 'NOT_OF_YOUR_HOUSEHOLD', issues: [] };

  it('is open to who lives behind the same door, and the desk’s own line says for whom it is', async () => {
    expect(await open(zhangsHusband)).toEqual({
      ok: true,
      data: { personId: auntieZhang.personId, name: auntieZhang.name },
    });
    const asked = await write(zhangsHusband);
    if (!asked.ok) throw new Error(asked.code);
    const { threadId } = asked.data.thread;
    const page = await community.must(staffZhao, actions.openThread, { threadId });
    expect(page.messages.map(({ side, seq, text }) => [side, seq, text])).toEqual([
      ['system', 1, '刘志明替同一户的家人张桂兰提问'],
      ['asker', 2, '暖气不热'],
    ]);
    expect(page.thread).toMatchObject({ title: '暖气不热', lastText: '暖气不热', messageCount: 2 });
    expect(asked.data.thread.unreadCount).toBe(0);
  });

  it.each([
    ['a neighbour', uncleLi],
    ['somebody at the same door of another community', otherResident],
    ['somebody without a home here', newcomer],
    ['a grid worker', gridWorkerWang],
    ['staff', staffZhao],
    ['the elder herself', auntieZhang],
  ])('is refused to %s, and nothing is told or stored', async (_who, helper) => {
    expect(await open(helper)).toEqual(refused);
    expect(await write(helper)).toEqual(refused);
    expect(await community.database.collection('threads').count({})).toBe(0);
  });

  it('answers the same whether the person lives elsewhere or does not exist', async () => {
    expect(await open(uncleLi)).toEqual(await open(uncleLi, 'p00000000000000000000'));
    expect(await open(zhangsHusband, uncleLi.personId)).toEqual(await open(zhangsHusband, 'nobody'));
  });

  it('ends when the helper moves out', async () => {
    await community.must(zhangsHusband, moveOut, {});
    expect(await open(zhangsHusband)).toEqual(refused);
  });

  it('does not begin with a request to be of the household: the community must have confirmed it', async () => {
    await community.must(newcomer, requestBinding, {
      buildingId: 'b01',
      entrance: 1,
      room: '101',
      name: '张三',
      phone: '13837100001',
    });
    expect(await open(newcomer)).toEqual(refused);
    expect(await open(zhangsHusband, newcomer.personId)).toEqual(refused);
  });
});
