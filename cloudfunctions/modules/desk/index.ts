import * as atConsole from '@domain/desk/console.actions';
import * as actions from '@domain/desk/desk.actions';
import { listTopics as listTopicsAction } from '@domain/desk/live.actions';
import * as atTalk from '@domain/desk/talk.actions';
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
import { toParts } from './message-parts';
import * as moves from './move-thread';
import { phraseRepository, type PhraseRepository } from './phrase.repository';
import * as reads from './read-threads';
import { searchMine, searchThreads } from './search-threads';
import { signsRepository } from './signs.repository';
import { markDeskRead, tellTyping } from './show-signs';
import { sightRepository } from './sight.repository';
import { noteVisit, type NoteVisit } from './watch-sight';

export { askedRepository, type AskedRepository } from './asked.repository';
export { caseworkModule } from './casework-module';
export { deskRepository, type DeskRepository } from './desk.repository';
export { dutyModule } from './duty-bindings';
export { dutyAt } from './duty-now';
export { faqModule } from './faq-module';
export { figuresModule } from './figures-module';
export { publicModule } from './public-module';
export { toThreadCard } from './thread-views';

export const deskModule = (platform: Platform, desk: DeskRepository, elsewhere: Elsewhere): Module => ({
  bindings: [
    ...conversations(platform, desk, elsewhere.people, noteVisit(desk, sightRepository(platform))),
    ...deskOfStaff(phraseRepository(platform), desk, elsewhere, noteVisit(desk, sightRepository(platform))),
    bind(atConsole.listAsked, reads.listAsked(askedRepository(platform))),
    ...signsOfLife(platform, desk),
  ],
  effects: {
    'desk.fileChunk': fileChunk(desk),
    'desk.openForNotice': openForNotice(desk, elsewhere.people),
  },
  chores: { lapseThreads: lapseThreads(desk), forgetLooks: forgetLooks(desk) },
});

const conversations = (
  { photos, recordings }: Platform,
  desk: DeskRepository,
  people: PeopleRepository,
  note: NoteVisit,
): readonly Binding[] => [
  bind(actions.getDuty, getDuty(desk, people)),
  bind(actions.askDesk, askDesk(desk, people, photos, toParts(people, recordings))),
  bind(actions.getHelped, getHelped(people)),
  bind(actions.sayInThread, moves.sayInThread(desk, people, photos, toParts(people, recordings))),
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
  bind(actions.openThread, reads.getThread(desk, photos, note)),
  bind(actions.getOlderForDesk, reads.getOlder(desk, photos, note)),
  bind(actions.syncDesk, reads.syncDesk(desk, photos, note)),
  bind(actions.replyInThread, moves.replyInThread(desk, photos, toParts(people, recordings))),
  bind(actions.takeThread, moves.takeThread(desk, photos)),
  bind(actions.takeOverThread, moves.takeOverThread(desk, photos)),
  bind(actions.handBackThread, moves.handBackThread(desk, photos)),
  bind(actions.resolveThread, moves.resolveThread(desk, photos)),
  bind(actions.listRoster, listRoster(desk)),
];

/** What the two sides of a conversation see of each other. */
const signsOfLife = (platform: Platform, desk: DeskRepository): readonly Binding[] => {
  const signs = signsRepository(platform);
  return [
    bind(atConsole.lookAtThread, lookAtThread(desk, signs)),
    bind(atTalk.markDeskRead, markDeskRead(desk, signs)),
    bind(atTalk.tellTyping, tellTyping(signs)),
    bind(atTalk.searchMine, searchMine(desk)),
  ];
};

const deskOfStaff = (
  phrases: PhraseRepository,
  desk: DeskRepository,
  elsewhere: Elsewhere,
  note: NoteVisit,
): readonly Binding[] => [
  bind(atConsole.searchThreads, searchThreads(desk)),
  bind(atConsole.getAsker, getAsker(desk, elsewhere, note)),
  bind(atConsole.listPhrases, listPhrases(phrases)),
  bind(atConsole.addPhrase, addPhrase(phrases)),
  bind(atConsole.changePhrase, changePhrase(phrases)),
  bind(atConsole.removePhrase, removePhrase(phrases)),
];
