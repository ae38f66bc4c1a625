import * as actions from '@domain/wishes/wish.actions';
import type { Wish } from '@domain/wishes/wish.schema';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const {
  auntieZhang,
  uncleLi,
  volunteerChen,
  volunteerHe,
  gridWorkerWang,
  staffZhao,
  staffQian,
  otherResident,
  newcomer,
} = cast;

describe('micro-wishes', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const card = {
    title: '想要一个电热水壶',
    detail: '旧的坏了',
    category: 'appliance',
    phone: '13837112345',
  } as const;
  const submit = (title: string = card.title) =>
    community.must(auntieZhang, actions.submitWish, { ...card, title }).then((wish) => wish.wishId);
  const publish = async (wishId: string) => {
    await community.must(staffZhao, actions.publishWish, {
      wishId,
      words: { title: '一个电热水壶', detail: '' },
    });
    return wishId;
  };
  const openWish = async () => publish(await submit());
  const stored = (wishId: string) => community.database.collection<Wish>('wishes').get(wishId);

  it('come true: written, reviewed, claimed, met, fulfilled, thanked', async () => {
    const wishId = await submit();
    expect((await community.must(uncleLi, actions.listWall, { filter: 'open' })).items).toEqual([]);
    await publish(wishId);
    const wall = await community.must(uncleLi, actions.listWall, { filter: 'open' });
    expect(wall.items.map((wish) => wish.title)).toEqual(['一个电热水壶']);
    expect(JSON.stringify(wall)).not.toMatch(/张|13837112345|单元/);

    const claimed = await community.must(volunteerChen, actions.claimWish, { wishId });
    expect(claimed).toMatchObject({ status: 'claimed', isClaimedByMe: true, canSeeContact: true });
    const contact = await community.must(volunteerChen, actions.lookAtWishContact, { wishId });
    expect(contact).toEqual({ name: '张桂兰', phone: '13837112345', place: '1号楼1单元101室' });
    await community.must(volunteerChen, actions.fulfilWish, {
      wishId,
      done: { note: '壶送到了，老人很高兴', photos: [] },
    });
    const thanked = await community.must(auntieZhang, actions.thankForWish, { wishId, thanks: '谢谢小陈' });
    expect(thanked).toMatchObject({ status: 'thanked', thanks: '谢谢小陈', moves: [] });
    expect((await stored(wishId))?.history.map((entry) => entry.move)).toEqual([
      'submit',
      'publish',
      'claim',
      'lookAtContact',
      'fulfil',
      'thank',
    ]);
  });

  it('keep the contact sealed in the database', async () => {
    const wish = await stored(await submit());
    expect(JSON.stringify(wish)).not.toMatch(/13837112345|101室/);
    expect(wish?.sealedContact).toMatch(/^v1\./);
  });

  it('show the contact to the claimer and staff alone, and not after the claim ended', async () => {
    const wishId = await openWish();
    for (const actor of [uncleLi, volunteerChen]) {
      expect(await community.call(actor, actions.lookAtWishContact, { wishId })).toMatchObject({
        code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
      });
    }
    await community.must(volunteerChen, actions.claimWish, { wishId });
    await community.must(volunteerChen, actions.lookAtWishContact, { wishId });
    await community.must(staffQian, actions.lookAtWishContact, { wishId });
    await community.must(volunteerChen, actions.releaseWish, { wishId, reason: '家里有事' });
    expect(await community.call(volunteerChen, actions.lookAtWishContact, { wishId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    const looks = (await stored(wishId))?.history.filter((entry) => entry.move === 'lookAtContact');
    expect(looks?.map((entry) => entry.by.name)).toEqual(['陈晓', '钱进']);
  });

  it('go to exactly one of two who claim at the same time', async () => {
    const wishId = await openWish();
    const replies = await Promise.all(
      [volunteerChen, volunteerHe, gridWorkerWang].map((actor) =>
        community.call(actor, actions.claimWish, { wishId }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'claimed' : reply.code)).sort()).toEqual([
      'WISH_ALREADY_CLAIMED',
      'WISH_ALREADY_CLAIMED',
      'claimed',
    ]);
  });

  it('are claimed once however often the tap is repeated', async () => {
    const wishId = await openWish();
    const key = freshKey();
    const replies = await Promise.all(
      [1, 2, 3].map(() => community.call(volunteerChen, actions.claimWish, { wishId }, key)),
    );
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect((await stored(wishId))?.history.filter((entry) => entry.move === 'claim')).toHaveLength(1);
  });

  it('cannot be claimed by their wisher, by a plain resident, or after they were withdrawn', async () => {
    const wishId = await openWish();
    expect(await community.call(auntieZhang, actions.claimWish, { wishId })).toMatchObject({
      code: 'CANNOT_CLAIM_OWN_WISH',
    });
    expect(await community.call(uncleLi, actions.claimWish, { wishId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    expect(await community.call(newcomer, actions.claimWish, { wishId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await community.must(auntieZhang, actions.withdrawWish, { wishId });
    expect(await community.call(volunteerChen, actions.claimWish, { wishId })).toMatchObject({
      code: 'WISH_NOT_FOUND',
    });
  });

  it('are spread: nobody holds more than three at once', async () => {
    const titles = ['一', '二', '三', '四'];
    const wishers = [auntieZhang, auntieZhang, auntieZhang, uncleLi];
    const ids: string[] = [];
    for (const [index, title] of titles.entries()) {
      const wish = await community.must(wishers[index] ?? uncleLi, actions.submitWish, {
        ...card,
        title: `书包${title}`,
      });
      ids.push(await publish(wish.wishId));
    }
    for (const wishId of ids.slice(0, 3)) await community.must(volunteerChen, actions.claimWish, { wishId });
    expect(await community.call(volunteerChen, actions.claimWish, { wishId: ids[3] ?? '' })).toMatchObject({
      code: 'TOO_MANY_CLAIMS',
    });
    expect(await community.call(auntieZhang, actions.submitWish, { ...card })).toMatchObject({
      code: 'TOO_MANY_OPEN_WISHES',
    });
  });

  it('never ask for money, however it is written', async () => {
    for (const detail of ['直接转账给我', '发个红 包吧', '收款码在门口']) {
      expect(await community.call(auntieZhang, actions.submitWish, { ...card, detail })).toMatchObject({
        code: 'WISH_MENTIONS_CASH',
      });
    }
  });

  it('are written down by staff for an elder without a phone, who is thanked for by staff', async () => {
    const recorded = await community.must(staffZhao, actions.recordWish, {
      ...card,
      contactName: '韩大爷',
      place: '3号楼1单元101室',
    });
    await publish(recorded.wishId);
    await community.must(gridWorkerWang, actions.claimWish, { wishId: recorded.wishId });
    expect(
      await community.must(gridWorkerWang, actions.lookAtWishContact, { wishId: recorded.wishId }),
    ).toMatchObject({ name: '韩大爷' });
    await community.must(gridWorkerWang, actions.fulfilWish, {
      wishId: recorded.wishId,
      done: { note: '送到了', photos: [] },
    });
    const thanked = await community.must(staffZhao, actions.thankForWish, {
      wishId: recorded.wishId,
      thanks: '韩大爷说谢谢',
    });
    expect(thanked.status).toBe('thanked');
  });

  it('that were declined are told to their wisher and to nobody else', async () => {
    const wishId = await submit();
    await community.must(staffZhao, actions.declineWish, { wishId, reason: '请写得具体一些' });
    expect(await community.must(auntieZhang, actions.getWish, { wishId })).toMatchObject({
      status: 'declined',
      declineReason: '请写得具体一些',
    });
    expect(await community.call(uncleLi, actions.getWish, { wishId })).toMatchObject({
      code: 'WISH_NOT_FOUND',
    });
    expect(await community.call(otherResident, actions.getWish, { wishId })).toMatchObject({
      code: 'WISH_NOT_FOUND',
    });
  });

  it('fill the wall page by page, each wish once, newest first', async () => {
    for (let index = 0; index < 45; index += 1) {
      community.advance(1);
      const recorded = await community.must(staffZhao, actions.recordWish, {
        ...card,
        title: `心愿${index}`,
        contactName: '某人',
        place: '某处',
      });
      await publish(recorded.wishId);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await community.must(uncleLi, actions.listWall, {
        filter: 'open',
        ...(cursor ? { cursor } : {}),
      });
      expect(page.items.length).toBeLessThanOrEqual(20);
      seen.push(...page.items.map((wish) => wish.wishId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });
});
