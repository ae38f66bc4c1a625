import { listPublicLeads } from '@domain/desk/faq.actions';
import * as actions from '@domain/desk/public-question.actions';
import { bind } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { faqRepository } from './faq.repository';
import * as moves from './public-moves';
import * as reads from './public-read';
import { publicRepository } from './public.repository';
import * as vetting from './vetting';

/** Questions made public, answered by the desk and by neighbours whom staff have vetted. */
export function publicModule(platform: Platform, desk: DeskRepository, people: PeopleRepository) {
  const questions = publicRepository(platform);
  return {
    bindings: [
      bind(actions.listPublic, reads.listPublic(questions)),
      bind(listPublicLeads, reads.listPublicLeads(questions)),
      bind(actions.getPublic, reads.getPublic(questions)),
      bind(actions.proposePublic, moves.proposePublic(questions, desk)),
      bind(actions.answerPublic, moves.answerPublic(questions, platform.wordsCheck)),
      bind(actions.followPublic, reads.followPublic(questions)),
      bind(actions.thankAnswer, reads.thankAnswer(questions)),
      bind(actions.publicSolved, reads.publicSolved(questions, faqRepository(platform))),
      bind(actions.withdrawPublic, moves.withdrawPublic(questions)),
      bind(actions.makePublic, moves.makePublic(questions, desk)),
      bind(actions.listPublicReview, reads.listPublicReview(questions)),
      bind(actions.openPublic, reads.openPublic(questions, desk)),
      bind(actions.publishPublic, moves.publishPublic(questions)),
      bind(actions.declinePublic, moves.declinePublic(questions)),
      bind(actions.judgeAnswer, moves.judgeAnswer(questions)),
      bind(actions.listVetted, vetting.listVetted(people)),
      bind(actions.listVettingCandidates, vetting.listVettingCandidates(people)),
      bind(actions.grantVetting, vetting.grantVetting(people)),
      bind(actions.revokeVetting, vetting.revokeVetting(people)),
    ],
  } satisfies Module;
}
