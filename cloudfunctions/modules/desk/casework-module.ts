import * as actions from '@domain/desk/casework.actions';
import * as noting from '@domain/desk/note.actions';
import { bind } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { caseworkRepository } from './casework.repository';
import type { DeskRepository } from './desk.repository';
import * as joining from './join-threads';
import * as notes from './keep-notes';
import * as recording from './record-thread';
import { sightRepository } from './sight.repository';
import * as watches from './watch-over';
import { noteVisit } from './watch-sight';

/** What staff do with a matter: record it for somebody, note, transfer, merge, split, link, watch over it. */
export function caseworkModule(platform: Platform, desk: DeskRepository, people: PeopleRepository): Module {
  const { photos, secrets } = platform;
  const casework = caseworkRepository(platform);
  const world: recording.Recording = { desk, people, casework, secrets, photos };
  return {
    bindings: [
      bind(actions.findCaller, recording.findCaller(world)),
      bind(actions.recordThread, recording.recordThread(world)),
      bind(actions.lookAtCaller, recording.lookAtCaller(world)),
      bind(actions.giveThread, recording.giveThread(world)),
      bind(noting.listColleagues, notes.listColleagues(desk, people)),
      bind(noting.listNotes, notes.listNotes(desk, casework, noteVisit(desk, sightRepository(platform)))),
      bind(noting.addNote, notes.addNote(desk, people, casework)),
      bind(actions.transferThread, joining.transferThread(desk, people, photos)),
      bind(actions.mergeThreads, joining.mergeThreads(desk, photos)),
      bind(actions.relateThreads, joining.relateThreads(desk, photos)),
      bind(actions.splitThread, joining.splitThread(desk, people, photos)),
      bind(actions.startWatch, watches.startWatch(desk, photos)),
      bind(actions.endWatch, watches.endWatch(desk, photos)),
    ],
    effects: {
      'desk.adopt': recording.adoptThreads(world),
      'desk.link': joining.setLink(desk),
      'desk.endMerged': joining.endMerged(desk),
    },
  };
}
