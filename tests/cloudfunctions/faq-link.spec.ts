import * as desk from '@domain/desk/desk.actions';
import { draftFaq, openFaq } from '@domain/desk/faq-keeping.actions';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, staffZhao, staffQian } = cast;

describe('a conversation that became an entry', () => {
  let community: TestCommunity;
  let threadId: string;
  beforeEach(async () => {
    community = await openCommunity();
    const asked = await community.must(auntieZhang, desk.askDesk, { message: { text: '老年卡在哪里办' } });
    ({ threadId } = asked.thread);
  });
  afterEach(() => community.close());

  const entry = {
    question: '老年卡在哪里办？',
    answer: '到便民服务中心。',
    keywords: [],
    source: '',
    ownerId: staffZhao.personId,
    reviewOn: '',
  };
  const faqIdFor = async (actor: typeof staffZhao) =>
    (await community.must(actor, actor === auntieZhang ? desk.getThread : desk.openThread, { threadId }))
      .thread.faqId;

  it('leads to it and back, for the desk alone', async () => {
    expect(await faqIdFor(staffQian)).toBeUndefined();
    const { card } = await community.must(staffZhao, draftFaq, { entry, threadId });
    expect(await faqIdFor(staffQian)).toBe(card.faqId);
    expect(await faqIdFor(auntieZhang)).toBeUndefined();
    expect((await community.must(staffQian, openFaq, { faqId: card.faqId })).threadId).toBe(threadId);
  });

  it('is not made one twice, but for a tap that is repeated', async () => {
    const key = freshKey();
    const first = await community.must(staffZhao, draftFaq, { entry, threadId }, key);
    const again = await community.must(staffZhao, draftFaq, { entry, threadId }, key);
    expect(again.card.faqId).toBe(first.card.faqId);
    expect(await community.call(staffQian, draftFaq, { entry, threadId })).toMatchObject({
      code: 'FAQ_ALREADY_MADE',
    });
  });

  it('knows of it in the end when the process dies between the two', async () => {
    for (const when of ['before', 'after'] as const) {
      community.faults.breakAt(5, when);
      await community.call(staffZhao, draftFaq, { entry, threadId });
      community.faults.clear();
      community.advance(60_000);
      await community.runTimer();
    }
    expect(await faqIdFor(staffQian)).toBeDefined();
  });
});
