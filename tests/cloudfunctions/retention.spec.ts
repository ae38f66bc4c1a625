import { lookAtCaller, recordThread } from '@domain/desk/casework.actions';
import { openThread } from '@domain/desk/desk.actions';
import { getDeskTimes, setDeskTimes } from '@domain/desk/duty.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { DAY, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import * as wishes from '@domain/wishes/wish.actions';
import type { Wish } from '@domain/wishes/wish.schema';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, volunteerChen, staffZhao, secretaryBai } = cast;

describe('contacts given for a wish', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const words = { title: '一双棉鞋', detail: '' };
  const record = async () => {
    const { wishId } = await community.must(staffZhao, wishes.recordWish, {
      ...words,
      category: 'shoes',
      phone: '13800138000',
      contactName: '王奶奶',
      place: '3号楼',
    });
    await community.must(staffZhao, wishes.publishWish, { wishId, words });
    return wishId;
  };
  const fulfil = async (wishId: string) => {
    await community.must(volunteerChen, wishes.claimWish, { wishId });
    await community.must(volunteerChen, wishes.fulfilWish, { wishId, done: { note: '送到了', photos: [] } });
  };
  const stored = (wishId: string) => community.database.collection<Wish>('wishes').get(wishId);
  /** To three in the night, so many days on. */
  const toTheSmallHours = (days: number) =>
    community.advance(startOfDay(community.now()) + days * DAY + 3 * HOUR + MINUTE - community.now());

  it('are taken out ninety days after it ended, and not a day sooner; what is open keeps them', async () => {
    const [done, open] = [await record(), await record()];
    await fulfil(done);
    toTheSmallHours(89);
    await community.runTimer();
    expect((await stored(done))?.sealedContact).not.toBe('');
    toTheSmallHours(2);
    const before = await stored(done);
    await community.runTimer();
    const after = await stored(done);
    expect(after).toMatchObject({ sealedContact: '', updatedAt: before?.updatedAt });
    expect(after?.history[after.history.length - 1]).toMatchObject({ move: 'blankContact' });
    expect((await stored(open))?.sealedContact).not.toBe('');
  });

  it('are told to be gone in a sentence, to whoever might have seen them', async () => {
    const wishId = await record();
    await fulfil(wishId);
    toTheSmallHours(91);
    await community.runTimer();
    expect(await community.call(staffZhao, wishes.lookAtWishContact, { wishId })).toMatchObject({
      code: 'WISH_CONTACT_BLANKED',
    });
    const seen = await community.must(staffZhao, wishes.getWish, { wishId });
    expect(seen).toMatchObject({ canSeeContact: false, isContactBlanked: true });
    expect((await community.must(auntieZhang, wishes.getWish, { wishId })).isContactBlanked).toBeUndefined();
  });

  it('are blanked once, however often the timer comes, and at night alone', async () => {
    const wishId = await record();
    await fulfil(wishId);
    toTheSmallHours(91);
    community.advance(9 * HOUR);
    expect((await community.runTimer())['blankWishContacts']).toBe(0);
    toTheSmallHours(1);
    expect((await community.runTimer())['blankWishContacts']).toBe(1);
    const { version } = (await stored(wishId)) ?? {};
    expect((await community.runTimer())['blankWishContacts']).toBe(0);
    expect((await stored(wishId))?.version).toBe(version);
  });

  it('are blanked in the end when the timer dies at any step', async () => {
    const ids = [await record(), await record(), await record()];
    for (const wishId of ids) await fulfil(wishId);
    toTheSmallHours(91);
    for (let step = 1; step < 80; step += 7) {
      community.faults.breakAt(step, step % 2 === 0 ? 'before' : 'after');
      await community.runTimer();
      community.faults.clear();
    }
    await community.runTimer();
    for (const wishId of ids) {
      const wish = await stored(wishId);
      expect(wish?.sealedContact).toBe('');
      expect(wish?.history.filter(({ move }) => move === 'blankContact')).toHaveLength(1);
    }
  });

  it('go at most fifty in a minute, the rest in the minutes after', async () => {
    const wishId = await record();
    await fulfil(wishId);
    const sample = await stored(wishId);
    if (!sample) throw new Error('the sample is gone');
    for (let index = 0; index < 60; index += 1) {
      await community.database.collection<Wish>('wishes').insert({ ...sample, _id: `old-${index}` });
    }
    toTheSmallHours(91);
    expect((await community.runTimer())['blankWishContacts']).toBe(50);
    community.advance(MINUTE);
    expect((await community.runTimer())['blankWishContacts']).toBe(11);
  });

  it('are kept as long as the secretary says; a page that knows nothing of it changes nothing', async () => {
    const times = await community.must(secretaryBai, getDeskTimes, {});
    expect(times.contactsKeptDays).toBe(90);
    const { version: _version, canSet: _canSet, contactsKeptDays: _days, ...old } = times;
    await community.must(secretaryBai, setDeskTimes, { ...old, contactsKeptDays: 30 });
    await community.must(secretaryBai, setDeskTimes, old);
    expect((await community.must(secretaryBai, getDeskTimes, {})).contactsKeptDays).toBe(30);
    for (const contactsKeptDays of [0, 29, 731, 45.5]) {
      expect(await community.call(secretaryBai, setDeskTimes, { ...old, contactsKeptDays })).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
    const wishId = await record();
    await fulfil(wishId);
    toTheSmallHours(31);
    await community.runTimer();
    expect((await stored(wishId))?.sealedContact).toBe('');
  });
});

describe('the number of somebody who called the desk', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const record = async (phone?: string) => {
    const { thread } = await community.must(staffZhao, recordThread, {
      channel: 'phone',
      text: '楼上漏水',
      answer: '已联系物业，当天修好了',
      isResolved: true,
      callerName: '王奶奶',
      ...(phone ? { callerPhone: phone } : {}),
    });
    return thread.threadId;
  };
  const stored = (threadId: string) => community.database.collection<Thread>('threads').get(threadId);
  const toTheSmallHours = (days: number) =>
    community.advance(startOfDay(community.now()) + days * DAY + 3 * HOUR + MINUTE - community.now());

  it('is taken out ninety days after the matter ended, once, and the page says so', async () => {
    const [called, without] = [await record('13800138000'), await record()];
    toTheSmallHours(8);
    await community.runTimer();
    toTheSmallHours(89);
    await community.runTimer();
    expect((await stored(called))?.recorded?.sealedPhone).not.toBeNull();
    toTheSmallHours(3);
    expect((await community.runTimer())['blankCallerPhones']).toBe(2);
    expect((await community.runTimer())['blankCallerPhones']).toBe(0);
    const after = await stored(called);
    expect(after?.recorded?.sealedPhone).toBeNull();
    expect(after?.history.filter(({ move }) => move === 'blankContact')).toHaveLength(1);
    expect(await community.call(staffZhao, lookAtCaller, { threadId: called })).toMatchObject({ ok: false });
    const pages = await Promise.all(
      [called, without].map((threadId) => community.must(staffZhao, openThread, { threadId })),
    );
    expect(pages.map(({ thread }) => thread.recorded?.isPhoneBlanked)).toEqual([true, undefined]);
  });
});
