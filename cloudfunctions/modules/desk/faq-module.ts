import * as old from '@domain/desk/desk.actions';
import * as keeping from '@domain/desk/faq-keeping.actions';
import * as actions from '@domain/desk/faq.actions';
import { bind } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { countHelp, faqHelped, faqSolved, getFaqAnswers, listFaq, listFaqChanges } from './faq';
import { fileDeskDays, getQuestionFigures } from './faq-figures';
import { gatherQuestions } from './faq-gather';
import * as keep from './faq-keeping';
import { linkFaq } from './link-faq';
import { faqThreads } from './faq-threads.repository';
import { faqRepository } from './faq.repository';

/** Answers that teach: what residents find by themselves, how staff keep it true, and what it is worth. */
export function faqModule(platform: Platform, desk: DeskRepository, people: PeopleRepository) {
  const faq = faqRepository(platform);
  const world: keep.Keeping = { faq, desk, people, threads: faqThreads(platform) };
  return {
    bindings: [
      bind(old.listFaq, listFaq(faq)),
      bind(old.faqHelped, faqHelped(faq)),
      bind(actions.listFaqChanges, listFaqChanges(faq)),
      bind(actions.getFaqAnswers, getFaqAnswers(faq)),
      bind(actions.faqSolved, faqSolved(faq)),
      bind(keeping.listFaqForStaff, keep.listFaqForStaff(world)),
      bind(keeping.openFaq, keep.openFaq(world)),
      bind(keeping.listFaqOwners, keep.listFaqOwners(world)),
      bind(keeping.proposeFaq, keep.proposeFaq(world)),
      bind(keeping.draftFaq, keep.draftFaq(world)),
      bind(keeping.reviseFaq, keep.reviseFaq(world)),
      bind(keeping.publishFaq, keep.publishFaq(world)),
      bind(keeping.changeFaq, keep.changeFaq(world)),
      bind(keeping.checkFaq, keep.checkFaq(world)),
      bind(keeping.retireFaq, keep.retireFaq(world)),
      bind(keeping.restoreFaq, keep.restoreFaq(world)),
      bind(keeping.getQuestionFigures, getQuestionFigures(world)),
    ],
    effects: { 'desk.countHelp': countHelp(faq), 'faq.linkThread': linkFaq(desk) },
    chores: { gatherQuestions: gatherQuestions(world), fileDeskDays: fileDeskDays(world) },
  } satisfies Module;
}
