import { dateOn, HOUR } from '@domain/kernel/time';
import { enrol, publishActivity } from '@domain/activities/activity.actions';
import { askDesk, replyInThread, sayInThread } from '@domain/desk/desk.actions';
import { LATEST_INSTANT } from '@domain/kernel/input';
import { draftNotice, publishNotice } from '@domain/notices/notice.actions';
import { publishWish, submitWish } from '@domain/wishes/wish.actions';
import { cast, type Actor } from './cast';
import { answersIn } from './lived-in-answers';
import { caseworkIn } from './lived-in-casework';
import { dutyIn } from './lived-in-duty';
import { RED_DOT } from './running-community-pictures';
import type { RunningCommunity } from './running-community';
import { fireDrill, silence } from './samples';

const { auntieZhang, uncleLi, volunteerChen, staffZhao } = cast;

/** A page of the app with what it needs to have something on it, and who looks at it. */
export type Visit = { readonly page: string; readonly query: string; readonly actor: Actor };

/** Something of everything: questions open and answered, wishes, activities, notices of every level. */
export async function liveIn(community: RunningCommunity): Promise<readonly Visit[]> {
  const now = Date.now();
  const photo = await community.upload(auntieZhang.openid, 'photos/the-lamp-in-the-stairway.png', RED_DOT);
  const asked = await community.must(auntieZhang, askDesk, {
    message: { text: '楼道里的声控灯坏了好几天了，晚上下楼看不见台阶', photos: [photo] },
  });
  const { threadId } = asked.thread;
  await community.must(staffZhao, replyInThread, { threadId, message: { text: '记下了，今天下午就来换' } });
  const voice = await community.upload(
    auntieZhang.openid,
    'voices/the-lamp-in-words-of-mine.wav',
    silence(9),
  );
  await community.must(auntieZhang, sayInThread, {
    threadId,
    message: {
      text: '您听',
      voice: { fileId: voice, seconds: 9 },
      place: { buildingId: 'b01', entrance: 1, floor: 3, note: '楼梯转角，扶手旁边' },
    },
  });
  await community.must(uncleLi, askDesk, { message: { text: '暖气不热' } });
  const wishId = await aWish(community);
  const activityId = await anActivity(community, now);
  await community.must(auntieZhang, enrol, { activityId });
  const drafted = await Promise.all(
    (['blue', 'yellow', 'orange', 'red'] as const).map((level) =>
      community.must(staffZhao, draftNotice, {
        kind: 'flood',
        level,
        title: '强降雨，地下车库和低洼处请马上撤离到高处',
        body: '预报今晚有强降雨。',
        whatToDo: '请把车开出地下车库，不要蹚水。',
        issuer: '街道防汛指挥部办公室',
        startsAt: now,
        endsAt: now + 24 * HOUR,
        target: { kind: 'all' },
      }),
    ),
  );
  const [draft, ...published] = drafted.map(({ notice }) => notice.noticeId);
  for (const noticeId of published) await community.must(staffZhao, publishNotice, { noticeId });
  const noticeId = published[0] ?? '';

  const as =
    (actor: Actor) =>
    (page: string, query = '') => ({ page, query, actor });
  const [neighbour, volunteer, desk] = [as(auntieZhang), as(volunteerChen), as(staffZhao)];
  return [
    ...['home', 'desk', 'wishes', 'activities', 'me'].map((tab) => neighbour(`tabs/${tab}`)),
    neighbour('desk/thread', `threadId=${threadId}`),
    neighbour('desk/ask'),
    neighbour('desk/mine'),
    neighbour('wishes/new'),
    neighbour('wishes/mine'),
    volunteer('wishes/detail', `wishId=${wishId}`),
    neighbour('activities/mine'),
    neighbour('activities/detail', `activityId=${activityId}`),
    neighbour('notices/list'),
    neighbour('notices/detail', `noticeId=${noticeId}`),
    { page: 'people/bind', query: '', actor: cast.newcomer },
    desk('tabs/home'),
    ...['hub', 'queue', 'wish-review', 'wish-record', 'activities', 'notices', 'bindings', 'roster'].map(
      (page) => desk(`staff/${page}`),
    ),
    desk('staff/board'),
    desk('staff/board-list', `of=questions&from=0&to=${LATEST_INSTANT}&name=${encodeURIComponent('提问')}`),
    desk('staff/thread', `threadId=${threadId}`),
    desk('staff/activity-edit', `activityId=${activityId}`),
    desk('staff/activity-roll', `activityId=${activityId}`),
    desk('staff/notice-edit', `noticeId=${draft}`),
    desk('staff/notice-preview', `noticeId=${draft}`),
    desk('staff/notice-reach', `noticeId=${noticeId}`),
    desk('figures/month'),
    desk('figures/list', `fromOn=${dateOn(now)}&untilOn=${dateOn(now)}&rate=response`),
    as(cast.secretaryBai)('figures/visits'),
    as(cast.gridWorkerWang)('figures/grid'),
    as(cast.gridWorkerWang)('figures/grid-thread', `threadId=${threadId}`),
    ...(await answersIn(community)),
    ...(await caseworkIn(community)),
    ...(await dutyIn(community, threadId)),
    neighbour('welcome'),
    neighbour('catalogue'),
  ];
}

async function aWish(community: RunningCommunity): Promise<string> {
  const words = { title: '一台能听戏也能听新闻的收音机', detail: '要大按键的' };
  const wish = { ...words, category: 'appliance', phone: '13800000001' } as const;
  const { wishId } = await community.must(auntieZhang, submitWish, wish);
  await community.must(staffZhao, publishWish, { wishId, words });
  await community.must(uncleLi, submitWish, { ...wish, title: '一副老花镜' });
  return wishId;
}

async function anActivity(community: RunningCommunity, now: number): Promise<string> {
  const { activityId } = await community.must(staffZhao, publishActivity, fireDrill(now));
  return activityId;
}
