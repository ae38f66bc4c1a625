import * as desk from '@domain/desk/desk.actions';
import { getEmergencyTable, setEmergencyWords } from '@domain/desk/matter.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, secretaryBai } = cast;

describe("the community's own words of danger", () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
    await addWord('锅炉响');
  });
  afterEach(() => community.close());

  const addWord = async (word: string) => {
    const { version } = await community.must(secretaryBai, getEmergencyTable, {});
    await community.must(secretaryBai, setEmergencyWords, {
      version,
      extra: [{ word, kind: 'fire' }],
      gasPhone: '',
    });
  };
  const ask = async (text: string) =>
    (await community.must(auntieZhang, desk.askDesk, { message: { text } })).thread;
  const say = (threadId: string, text: string, soundsUrgent?: boolean) =>
    community.must(auntieZhang, desk.sayInThread, {
      threadId,
      message: { text },
      ...(soundsUrgent === undefined ? {} : { soundsUrgent }),
    });

  it('raise the alarm in a first question and in a later message alike', async () => {
    expect((await ask('地下室锅炉响得厉害')).isUrgent).toBe(true);
    const { threadId, isUrgent } = await ask('有个事想问');
    expect(isUrgent).toBe(false);
    expect((await say(threadId, '锅炉响了，吓人')).thread.isUrgent).toBe(true);
  });

  it('cost a later message nothing more, for they came along with the question', async () => {
    const { threadId } = await ask('有个事想问');
    const { operations } = await community.countingOperations(() => say(threadId, '还是那件事'));
    expect(operations).toBeLessThanOrEqual(3);
  });

  it('that were added meanwhile count as soon as the phone hears them', async () => {
    const { threadId } = await ask('有个事想问');
    await addWord('大罐在晃');
    expect((await say(threadId, '大罐在晃', true)).thread.isUrgent).toBe(true);
  });

  it('are never taken from a phone: what it calls urgent is held against the table', async () => {
    const { threadId } = await ask('有个事想问');
    expect((await say(threadId, '谢谢您', true)).thread.isUrgent).toBe(false);
  });
});
