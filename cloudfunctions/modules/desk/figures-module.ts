import * as actions from '@domain/desk/figures.actions';
import * as pushes from '@domain/desk/reply-notice';
import * as sights from '@domain/desk/sight.actions';
import { setTopic } from '@domain/desk/thread-topic.rules';
import { bind, type Handler } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { blankCallerPhones } from './blank-phones';
import { getFigures, listCounted, listForSheet } from './count-figures';
import type { DeskRepository } from './desk.repository';
import { dutyRepository } from './duty.repository';
import { figuresRepository } from './figures.repository';
import { moveThread } from './move-thread';
import { noticeRepository } from './notice.repository';
import { sightRepository } from './sight.repository';
import { allowReplyPush, getReplyCredits, tellAskers, tellFollowers } from './tell-asker';
import { forgetVisits, getOlderForGrid, listGridThreads, listVisits, openGridThread } from './watch-sight';

/** The desk's figures (never by person), who may look at what, how long contacts are kept, and who is told by WeChat. */
export function figuresModule(platform: Platform, desk: DeskRepository, people: PeopleRepository): Module {
  const figures = figuresRepository(platform);
  const sight = sightRepository(platform);
  const duty = dutyRepository(platform);
  const notices = noticeRepository(platform);
  const { photos, wechat } = platform;
  const changeTopic: Handler<typeof actions.setTopic> = (caller, { threadId, topic }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      setTopic(thread, caller.person, topic, caller.now),
    );
  return {
    bindings: [
      bind(actions.getFigures, getFigures(figures, people)),
      bind(actions.listCounted, listCounted(figures, people)),
      bind(actions.listForSheet, listForSheet(figures, people)),
      bind(actions.setTopic, changeTopic),
      bind(sights.listGridThreads, listGridThreads(sight)),
      bind(sights.openGridThread, openGridThread(desk, sight, photos)),
      bind(sights.getOlderForGrid, getOlderForGrid(desk, sight, photos)),
      bind(sights.listVisits, listVisits(sight)),
      bind(pushes.getReplyCredits, getReplyCredits(duty, wechat)),
      bind(pushes.allowReplyPush, allowReplyPush(duty)),
    ],
    chores: {
      forgetVisits: forgetVisits(sight),
      tellAskers: tellAskers(notices, duty, people, wechat),
      tellFollowers: tellFollowers(notices, duty, people, wechat),
      blankCallerPhones: blankCallerPhones(desk, sight, people),
    },
  };
}
