import * as activities from '@domain/activities/activity.actions';
import type { Activity } from '@domain/activities/activity.schema';
import { countersOf } from '@domain/activities/activity.rules';
import * as desk from '@domain/desk/desk.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import * as notices from '@domain/notices/notice.actions';
import * as wishes from '@domain/wishes/wish.actions';
import type { Wish } from '@domain/wishes/wish.schema';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';
import { waterNotice } from '../support/samples';

const { auntieZhang, volunteerChen, staffZhao } = cast;

/** No call makes more database operations than this, its consequences included. */
const MOST_OPERATIONS = 14;

type Story = {
  readonly name: string;
  /** Arranges, and gives the tap that will be interrupted and repeated with the same key. */
  arrange(
    community: TestCommunity,
  ): Promise<{ tap: (key: string) => Promise<{ ok: boolean }>; effects: () => Promise<unknown> }>;
  readonly once: unknown;
};

const card = { title: '一个书包', detail: '', category: 'schoolbag', phone: '13800138000' } as const;

const stories: readonly Story[] = [
  {
    name: 'asking the desk',
    arrange: async (community) => ({
      tap: (key) => community.call(auntieZhang, desk.askDesk, { message: { text: '暖气不热' } }, key),
      effects: async () =>
        (await community.must(auntieZhang, desk.listMyThreads, {})).items.map((item) => [
          item.title,
          item.messageCount,
        ]),
    }),
    once: [['暖气不热', 1]],
  },
  {
    name: 'the message that files a chunk of a long thread',
    arrange: async (community) => {
      const { thread } = await community.must(auntieZhang, desk.askDesk, { message: { text: '0' } });
      const { threadId } = thread;
      for (let index = 1; index < 39; index += 1) {
        await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: `${index}` } });
      }
      return {
        tap: (key) =>
          community.call(auntieZhang, desk.sayInThread, { threadId, message: { text: '39' } }, key),
        effects: async () => {
          const stored = await community.database.collection<Thread>('threads').get(threadId);
          const page = await community.must(auntieZhang, desk.getThread, { threadId });
          const older =
            page.filedChunkCount > 0
              ? (await community.must(auntieZhang, desk.getOlderMessages, { threadId, chunkNo: 1 })).messages
              : [];
          return [
            [...older, ...page.messages].map((message) => message.text).join(' '),
            stored?.outbox.length,
            stored?.outboxDueAt,
          ];
        },
      };
    },
    once: [Array.from({ length: 40 }, (_, index) => `${index}`).join(' '), 0, null],
  },
  {
    name: 'claiming a wish',
    arrange: async (community) => {
      const { wishId } = await community.must(auntieZhang, wishes.submitWish, card);
      await community.must(staffZhao, wishes.publishWish, {
        wishId,
        words: { title: card.title, detail: '' },
      });
      return {
        tap: (key) => community.call(volunteerChen, wishes.claimWish, { wishId }, key),
        effects: async () =>
          (await community.database.collection<Wish>('wishes').get(wishId))?.history.map(
            (entry) => entry.move,
          ),
      };
    },
    once: ['submit', 'publish', 'claim'],
  },
  {
    name: 'signing up for an activity',
    arrange: async (community) => {
      const start = community.now() + DAY;
      const { activityId } = await community.must(staffZhao, activities.publishActivity, {
        title: '义诊',
        summary: '量血压',
        category: 'health',
        place: '活动中心',
        host: '社区',
        startsAt: start,
        endsAt: start + HOUR,
        enrolUntil: start,
        seats: 1,
      });
      return {
        tap: (key) => community.call(auntieZhang, activities.enrol, { activityId }, key),
        effects: async () => {
          const stored = await community.database.collection<Activity>('activities').get(activityId);
          return (
            stored && [
              stored.roll.map((seat) => seat.status),
              stored.seatsLeft,
              countersOf(stored.seats, stored.roll).seatsLeft,
            ]
          );
        },
      };
    },
    once: [['confirmed'], 0, 0],
  },
  {
    name: 'asking for help on a notice, which opens a conversation',
    arrange: async (community) => {
      const { notice } = await community.must(staffZhao, notices.draftNotice, waterNotice(community.now()));
      const { noticeId } = notice;
      await community.must(staffZhao, notices.publishNotice, { noticeId });
      return {
        tap: (key) =>
          community.call(
            auntieZhang,
            notices.answerNotice,
            { noticeId, revision: 1, answer: 'needsHelp' },
            key,
          ),
        effects: async () => [
          (await community.must(auntieZhang, desk.listMyThreads, {})).items.map((item) => item.title),
          (await community.must(staffZhao, notices.getReach, { noticeId })).total.needsHelpCount,
        ],
      };
    },
    once: [['【需要帮助】停水两小时'], 1],
  },
];

describe.each(stories)('$name', ({ arrange, once }) => {
  it.each(['before', 'after'] as const)(
    'has one effect when the server dies %s any step and the tap is repeated',
    async (when) => {
      let interrupted = 0;
      for (let step = 1; step <= MOST_OPERATIONS; step += 1) {
        const community = await openCommunity();
        const { tap, effects } = await arrange(community);
        const key = freshKey();
        community.faults.breakAt(step, when);
        await tap(key);
        const wasReached = !community.faults.isPending();
        community.faults.clear();
        if (wasReached) interrupted += 1;
        // The phone sends the same tap again; the timer carries out what the dead server left behind.
        expect(await tap(key)).toMatchObject({ ok: true });
        community.advance(MINUTE);
        await community.runTimer();
        expect({ when, step, effects: await effects() }).toEqual({ when, step, effects: once });
        community.close();
        if (!wasReached) break;
      }
      expect(interrupted).toBeGreaterThanOrEqual(2);
    },
  );
});
