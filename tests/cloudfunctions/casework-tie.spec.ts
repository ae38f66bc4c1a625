import * as desk from '@domain/desk/desk.actions';
import { draftNotice, getNoticeForStaff, publishNotice, tieNotice } from '@domain/notices/notice.actions';
import { getWish, publishWish, submitWish, tieWish } from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';
import { waterNotice } from '../support/samples';

const { auntieZhang, uncleLi, volunteerChen, staffZhao, staffQian, otherStaff } = cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const ask = async (text: string, actor = auntieZhang) =>
  (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
const linksOf = async (threadId: string) =>
  ((await community.must(staffZhao, desk.openThread, { threadId })).thread.links ?? []).map(
    ({ relation, area, id, title }) => [relation, area, id, title],
  );
const aNotice = async () => {
  const { notice } = await community.must(staffZhao, draftNotice, waterNotice(community.now()));
  await community.must(staffZhao, publishNotice, { noticeId: notice.noticeId });
  return notice.noticeId;
};
const aWish = async () => {
  const card = { title: '一个电热水壶', detail: '', category: 'appliance' as const, phone: '13837112345' };
  const { wishId } = await community.must(uncleLi, submitWish, card);
  await community.must(staffZhao, publishWish, { wishId, words: { title: card.title, detail: '' } });
  return wishId;
};

describe('a conversation about something that is there already', () => {
  it('is tied to a notice by staff, as often as neighbours ask; the first conversation stays on the notice', async () => {
    const [noticeId, first, second] = [await aNotice(), await ask('几点停水'), await ask('停水吗', uncleLi)];
    for (const threadId of [first, first, second]) {
      await community.must(staffZhao, tieNotice, { noticeId, threadId });
    }
    const link = ['tied', 'notices', noticeId, '停水两小时'];
    expect([await linksOf(first), await linksOf(second)]).toEqual([[link], [link]]);
    const { link: back } = await community.must(staffQian, getNoticeForStaff, { noticeId });
    expect(back).toEqual({ area: 'desk', id: first });
  });

  it('is tied to a wish; residents learn of neither end', async () => {
    const [wishId, threadId] = [await aWish(), await ask('邻居家缺个水壶')];
    const tied = await community.must(staffZhao, tieWish, { wishId, threadId });
    expect(tied.link).toEqual({ area: 'desk', id: threadId });
    expect(await linksOf(threadId)).toEqual([['tied', 'wishes', wishId, '一个电热水壶']]);
    for (const actor of [uncleLi, volunteerChen]) {
      expect(JSON.stringify(await community.must(actor, getWish, { wishId }))).not.toContain(threadId);
    }
    const own = JSON.stringify(await community.must(auntieZhang, desk.getThread, { threadId }));
    expect(own).not.toContain(wishId);
  });

  it('is tied by staff of its own community alone', async () => {
    const [wishId, noticeId, threadId] = [await aWish(), await aNotice(), await ask('停水吗')];
    const asks = (actor: typeof uncleLi | null) => [
      community.call(actor, tieWish, { wishId, threadId }),
      community.call(actor, tieNotice, { noticeId, threadId }),
    ];
    const codes = async (calls: readonly Promise<{ ok: boolean }>[]) =>
      (await Promise.all(calls)).map((result) => ('code' in result ? result.code : 'done'));
    expect(await codes(asks(null))).toEqual(['SIGN_IN_REQUIRED', 'SIGN_IN_REQUIRED']);
    expect(await codes(asks(uncleLi))).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(await codes(asks(otherStaff))).toEqual(['WISH_NOT_FOUND', 'NOTICE_NOT_FOUND']);
    expect(
      await codes([
        community.call(staffZhao, tieWish, { wishId: '', threadId }),
        community.call(staffZhao, tieNotice, { noticeId: 'none', threadId }),
      ]),
    ).toEqual(['INVALID_INPUT', 'NOTICE_NOT_FOUND']);
    expect(await linksOf(threadId)).toEqual([]);
  });

  it('carries the link at both ends wherever the server is killed', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let operation = 1; operation <= 8; operation += 1) {
        const [noticeId, threadId] = [await aNotice(), await ask(`停水吗${when}${operation}`, uncleLi)];
        const key = `tie-key-${when}-${String(operation).padStart(8, '0')}`;
        community.faults.breakAt(operation, when);
        await community.call(staffZhao, tieNotice, { noticeId, threadId }, key);
        community.faults.clear();
        await community.must(staffZhao, tieNotice, { noticeId, threadId }, key);
        community.advance(120_000);
        await community.runTimer();
        expect(await linksOf(threadId)).toEqual([['tied', 'notices', noticeId, '停水两小时']]);
        await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '是的' } });
      }
    }
  });
});
