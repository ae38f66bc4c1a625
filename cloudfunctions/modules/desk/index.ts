import * as atConsole from '@domain/desk/console.actions';
import * as actions from '@domain/desk/desk.actions';
import { listTopics as listTopicsAction } from '@domain/desk/live.actions';
import { bind, type Binding } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { askDesk } from './ask-desk';
import { askedRepository } from './asked.repository';
import { fileChunk, lapseThreads, openForNotice } from './desk-effects';
import type { DeskRepository } from './desk.repository';
import { getDuty, listRoster } from './duty-now';
import { getHelped } from './find-helped';
import { getAsker, type Elsewhere } from './get-asker';
import { addPhrase, changePhrase, listPhrases, removePhrase } from './keep-phrases';
import { listTopics } from './live-topics';
import { forgetLooks, lookAtThread } from './look-at-thread';
import * as moves from './move-thread';
import { phraseRepository, type PhraseRepository } from './phrase.repository';
import * as reads from './read-threads';
import { searchThreads } from './search-threads';

export { askedRepository, type AskedRepository } from './asked.repository';
export { deskRepository, type DeskRepository } from './desk.repository';
export { dutyModule } from './duty-bindings';
export { dutyAt } from './duty-now';
export { faqModule } from './faq-module';
export { publicModule } from './public-module';
export { toThreadCard } from './thread-views';

export const deskModule = (platform: Platform, desk: DeskRepository, elsewhere: Elsewhere): Module => ({
  bindings: [
    ...conversations(platform, desk, elsewhere.people),
    ...deskOfStaff(phraseRepository(platform), desk, elsewhere),
    bind(atConsole.listAsked, reads.listAsked(askedRepository(platform))),
  ],
  effects: {
    'desk.fileChunk': fileChunk(desk),
    'desk.openForNotice': openForNotice(desk, elsewhere.people),
  },
  chores: { lapseThreads: lapseThreads(desk), forgetLooks: forgetLooks(desk) },
});

const conversations = (
  { photos }: Platform,
  desk: DeskRepository,
  people: PeopleRepository,
): readonly Binding[] => [
  bind(actions.getDuty, getDuty(desk, people)),
  bind(actions.askDesk, askDesk(desk, people, photos)),
  bind(actions.getHelped, getHelped(people)),
  bind(actions.sayInThread, moves.sayInThread(desk, photos)),
  bind(actions.listMyThreads, reads.listMyThreads(desk)),
  bind(actions.getThread, reads.getThread(desk, photos)),
  bind(actions.getOlderMessages, reads.getOlder(desk, photos)),
  bind(actions.syncMyThreads, reads.syncMyThreads(desk, photos)),
  bind(listTopicsAction, listTopics()),
  bind(actions.markThreadRead, reads.markThreadRead(desk)),
  bind(actions.confirmThread, moves.confirmThread(desk, photos)),
  bind(actions.reopenThread, moves.reopenThread(desk, photos)),
  bind(actions.withdrawThread, moves.withdrawThread(desk, photos)),
  bind(actions.listQueue, reads.listQueue(desk)),
  bind(actions.openThread, reads.getThread(desk, photos)),
  bind(actions.getOlderForDesk, reads.getOlder(desk, photos)),
  bind(actions.syncDesk, reads.syncDesk(desk, photos)),
  bind(actions.replyInThread, moves.replyInThread(desk, photos)),
  bind(actions.takeThread, moves.takeThread(desk, photos)),
  bind(actions.takeOverThread, moves.takeOverThread(desk, photos)),
  bind(actions.handBackThread, moves.handBackThread(desk, photos)),
  bind(actions.resolveThread, moves.resolveThread(desk, photos)),
  bind(actions.listRoster, listRoster(desk)),
];

const deskOfStaff = (
  phrases: PhraseRepository,
  desk: DeskRepository,
  elsewhere: Elsewhere,
): readonly Binding[] => [
  bind(atConsole.searchThreads, searchThreads(desk)),
  bind(atConsole.lookAtThread, lookAtThread(desk)),
  bind(atConsole.getAsker, getAsker(desk, elsewhere)),
  bind(atConsole.listPhrases, listPhrases(phrases)),
  bind(atConsole.addPhrase, addPhrase(phrases)),
  bind(atConsole.changePhrase, changePhrase(phrases)),
  bind(atConsole.removePhrase, removePhrase(phrases)),
];
