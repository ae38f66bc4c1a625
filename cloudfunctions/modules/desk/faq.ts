import { ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/desk.actions';
import type { Handler } from '@cloud/platform/binding';
import type { DeskRepository } from './desk.repository';

/** All entries at once: the phone searches them itself, without the network. */
export const listFaq =
  (desk: DeskRepository): Handler<typeof actions.listFaq> =>
  async ({ person }) => {
    const entries = await desk.faq(person.communityId);
    return ok({
      items: entries.map((entry) => ({
        faqId: entry._id,
        question: entry.question,
        answer: entry.answer,
        keywords: [...entry.keywords],
        owner: entry.owner,
        source: entry.source,
        reviewOn: entry.reviewOn,
        helpedCount: entry.helpedCount,
      })),
    });
  };

export const faqHelped =
  (desk: DeskRepository): Handler<typeof actions.faqHelped> =>
  async ({ person }, { faqId }) => {
    await desk.countFaqHelp(person.communityId, faqId);
    return ok({});
  };
