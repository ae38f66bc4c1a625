import { init } from '@cloudbase/node-sdk';
import { HOUR } from '@domain/kernel/time';
import { enrol, getRoll, leave, publishActivity } from '@domain/activities/activity.actions';
import type { Activity, ActivityView } from '@domain/activities/activity.schema';
import { askDesk, listMyThreads, openThread, takeThread } from '@domain/desk/desk.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import { claimWish, getWish, publishWish, submitWish } from '@domain/wishes/wish.actions';
import type { Wish } from '@domain/wishes/wish.schema';
import { createDatabase } from '@cloud/platform/database';
import { cast, type Actor } from '../support/cast';
import { nextKey, startCommunity, type Reply, type RunningCommunity } from '../support/running-community';
import { crowd } from '../support/running-community-crowd';

const PEOPLE = crowd(100);
const SEATS = 30;
const { auntieZhang, staffZhao, staffQian } = cast;

jest.setTimeout(60_000);

describe('many people at the same instant, over real HTTP', () => {
  let community: RunningCommunity;
  beforeAll(async () => {
    community = await startCommunity({ crowd: PEOPLE.length });
    await Promise.all(PEOPLE.map(({ openid }) => community.signIn(openid)));
  });
  afterAll(() => community.close());

  const stored = <R extends { _id: string }>(collection: string, id: string): Promise<R | null> =>
    createDatabase(init(community.sdkInit).database()).collection<R>(collection).get(id);

  const codes = (replies: readonly Reply[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const reply of replies) {
      const code = reply.ok ? 'ok' : reply.code;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  };

  const publishClass = async (): Promise<string> => {
    const now = Date.now();
    const activity = await community.must(staffZhao, publishActivity, {
      title: '头花发夹手工课',
      summary: '带上巧手，做一枚发夹回家。',
      category: 'craft',
      place: '社区三楼活动室',
      host: '社区居委会',
      startsAt: now + 48 * HOUR,
      endsAt: now + 50 * HOUR,
      enrolUntil: now + 24 * HOUR,
      seats: SEATS,
    });
    return activity.activityId;
  };

  const enrolAll = async (activityId: string): Promise<ActivityView[]> => {
    const replies = await Promise.all(PEOPLE.map((person) => community.call(person, enrol, { activityId })));
    expect(codes(replies)).toEqual({ ok: PEOPLE.length });
    return replies.map((reply) => (reply as { data: ActivityView }).data);
  };

  it('gives 30 seats to exactly 30 of 100 people and queues the rest in the order they were stored', async () => {
    const activityId = await publishClass();
    const views = await enrolAll(activityId);

    // The version counts the updates of the activity: it is the order in which the database took them.
    const inOrder = views
      .map((view, index) => ({ view, personId: PEOPLE[index]?.personId }))
      .sort((a, b) => a.view.version - b.view.version);
    expect(inOrder.map(({ view }) => view.version)).toEqual(PEOPLE.map((_, index) => index + 2));
    expect(inOrder.map(({ view }) => view.mine?.status)).toEqual(
      PEOPLE.map((_, index) => (index < SEATS ? 'confirmed' : 'waiting')),
    );
    expect(inOrder.slice(SEATS).map(({ view }) => view.mine?.position)).toEqual(
      Array.from({ length: PEOPLE.length - SEATS }, (_, index) => index + 1),
    );

    const activity = await stored<Activity>('activities', activityId);
    const roll = activity?.roll ?? [];
    expect(roll.map((seat) => seat.personId)).toEqual(inOrder.map(({ personId }) => personId));
    expect(activity).toMatchObject({
      seatsLeft: SEATS - roll.filter((seat) => seat.status !== 'waiting').length,
      waitingCount: roll.filter((seat) => seat.status === 'waiting').length,
    });
    expect(activity).toMatchObject({ seatsLeft: 0, waitingCount: PEOPLE.length - SEATS });
  });

  it('lets exactly the first five of the queue in when five people cancel at once', async () => {
    const activityId = await publishClass();
    await enrolAll(activityId);
    const before = (await community.must(staffZhao, getRoll, { activityId })).seats;
    const leaving = before.slice(0, 5).map(({ personId }) => personId);
    const firstInQueue = before.slice(SEATS, SEATS + 5).map(({ personId }) => personId);

    const leavers = PEOPLE.filter((person) => leaving.includes(person.personId));
    const replies = await Promise.all(leavers.map((person) => community.call(person, leave, { activityId })));
    expect(codes(replies)).toEqual({ ok: 5 });

    const activity = await stored<Activity>('activities', activityId);
    const roll = activity?.roll ?? [];
    const promoted = roll.filter((seat) => seat.promotedAt !== null).map((seat) => seat.personId);
    expect(promoted).toEqual(firstInQueue);
    expect(roll.filter((seat) => seat.status === 'confirmed')).toHaveLength(SEATS);
    expect(roll.map((seat) => seat.personId).filter((id) => leaving.includes(id))).toEqual([]);
    expect(activity).toMatchObject({ seatsLeft: 0, waitingCount: PEOPLE.length - SEATS - 5 });
  });

  it('gives a wish to exactly one of fifty people who reach for it', async () => {
    const card = {
      title: '一个保温水壶',
      detail: '晚上喝热水方便',
      category: 'appliance',
      phone: '13800000001',
    } as const;
    const { wishId } = await community.must(auntieZhang, submitWish, card);
    await community.must(staffZhao, publishWish, {
      wishId,
      words: { title: card.title, detail: card.detail },
    });

    const claimers = PEOPLE.slice(0, 50);
    const replies = await Promise.all(
      claimers.map((person) => community.call(person, claimWish, { wishId })),
    );
    expect(codes(replies)).toEqual({ ok: 1, WISH_ALREADY_CLAIMED: 49 });

    const winner = claimers[replies.findIndex((reply) => reply.ok)];
    const wish = await stored<Wish>('wishes', wishId);
    expect(wish).toMatchObject({ status: 'claimed', claimer: { personId: winner?.personId } });
    expect(wish?.history.filter(({ move }) => move === 'claim')).toHaveLength(1);
    const contactSeen = await Promise.all(
      claimers.map((person) => community.must(person, getWish, { wishId })),
    );
    expect(contactSeen.filter((view) => view.canSeeContact)).toHaveLength(1);
  });

  it('sends a question once however often the button is tapped', async () => {
    const key = nextKey();
    const asker = PEOPLE[0] as Actor;
    const taps = Array.from({ length: 40 }, () =>
      community.call(asker, askDesk, { message: { text: '楼道灯不亮' } }, key),
    );
    const replies = await Promise.all(taps);
    expect(codes(replies)).toEqual({ ok: 40 });
    const threadIds = new Set(replies.map((reply) => (reply as { data: ThreadPage }).data.thread.threadId));
    expect(threadIds.size).toBe(1);
    const { items } = await community.must(asker, listMyThreads, {});
    expect(items.map(({ title, messageCount }) => [title, messageCount])).toEqual([['楼道灯不亮', 1]]);
  });

  it('lets one of the two people on duty take a question, and tells the other so', async () => {
    const asked = await community.must(auntieZhang, askDesk, { message: { text: '暖气不热' } });
    const { threadId } = asked.thread;
    const replies = await Promise.all(
      [staffZhao, staffQian].map((staff) => community.call(staff, takeThread, { threadId })),
    );
    expect(codes(replies)).toEqual({ ok: 1, MOVE_NOT_ALLOWED_FROM_STATE: 1 });
    const winner = replies[0]?.ok ? staffZhao : staffQian;
    const page = await community.must(staffQian, openThread, { threadId });
    expect(page.thread.taker?.name).toBe(winner.name);
    expect(page.messages.filter(({ side }) => side === 'system')).toHaveLength(1);
  });
});
