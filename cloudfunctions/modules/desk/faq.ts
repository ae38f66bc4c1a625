import { err, ok } from '@domain/kernel/result';
import { MINUTE } from '@domain/kernel/time';
import type * as old from '@domain/desk/desk.actions';
import type * as actions from '@domain/desk/faq.actions';
import { help } from '@domain/desk/faq.rules';
import { FAQ_LIMITS, type FaqEntry, type FaqView } from '@domain/desk/faq.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Effect } from '@cloud/platform/outbox';
import { decodeCursor, encodeCursor } from '@cloud/platform/paging';
import type { FaqRepository } from './faq.repository';

/** Two servers' clocks may differ a little; a phone that is up to date looks back this far next time. */
const CLOCK_SKEW = MINUTE / 6;

const toFaqView = (entry: FaqEntry): FaqView => ({
  faqId: entry._id,
  question: entry.question,
  answer: entry.answer,
  keywords: [...entry.keywords],
  owner: entry.owner.name,
  source: entry.source,
  reviewOn: entry.reviewOn,
  helpedCount: entry.helpedCount,
});

/** Everything at once, for clients from before there was an index to keep. */
export const listFaq =
  (faq: FaqRepository): Handler<typeof old.listFaq> =>
  async ({ person }) => {
    const entries = await faq.published(person.communityId, FAQ_LIMITS.entriesMax);
    return ok({ items: entries.map(toFaqView) });
  };

const wasPublished = ({ history }: FaqEntry): boolean => history.some(({ move }) => move === 'publish');

export const listFaqChanges =
  (faq: FaqRepository): Handler<typeof actions.listFaqChanges> =>
  async ({ person }, { since }) => {
    const changed = await faq.changedAfter(person.communityId, decodeCursor(since), FAQ_LIMITS.changesPage);
    const page = changed.slice(0, FAQ_LIMITS.changesPage);
    const hasMore = changed.length > page.length;
    const last = page[page.length - 1];
    const at = last ? last.updatedAt - (hasMore ? 0 : CLOCK_SKEW) : 0;
    return ok({
      items: page
        .filter(({ status }) => status === 'published')
        .map(({ _id, question, keywords, reviewOn, helpedCount }) => ({
          faqId: _id,
          question,
          keywords: [...keywords],
          reviewOn,
          helpedCount,
        })),
      gone: page.filter((entry) => entry.status !== 'published' && wasPublished(entry)).map(({ _id }) => _id),
      cursor: last ? encodeCursor({ at, id: last._id }) : (since ?? ''),
      hasMore,
    });
  };

export const getFaqAnswers =
  (faq: FaqRepository): Handler<typeof actions.getFaqAnswers> =>
  async ({ person }, { faqIds }) => {
    const found = await faq.byIds(person.communityId, faqIds);
    return ok({ items: found.filter(({ status }) => status === 'published').map(toFaqView) });
  };

/** Counts once a day for a person and an entry, however often it is tapped or sent again. */
export const faqSolved =
  (faq: FaqRepository): Handler<typeof actions.faqSolved> =>
  async (caller, { faqId }) => {
    const entry = await faq.entries.load(caller, faqId);
    if (!entry.ok || entry.value.status !== 'published') return err('FAQ_NOT_FOUND');
    const stored = await faq.help.insert(
      caller,
      help(caller.person, { subjectId: faqId, source: 'faq' }, caller.now),
    );
    return stored.ok ? ok({}) : stored;
  };

/** The same for clients that send no key: their id is still one for person, entry and day. */
export const faqHelped =
  (faq: FaqRepository): Handler<typeof old.faqHelped> =>
  async (caller, { faqId }) => {
    const solved = await faqSolved(faq)(caller, { faqId });
    return solved.ok || solved.error === 'FAQ_NOT_FOUND' ? ok({}) : err('CONFLICT');
  };

/** A recount, so carrying it out twice gives the same. */
export const countHelp =
  (faq: FaqRepository): Effect =>
  async ({ payload }) => {
    const faqId = String(payload['subjectId']);
    if (payload['source'] !== 'faq') return null;
    const [entry, count] = await Promise.all([faq.entries.collection.get(faqId), faq.countHelp(faqId)]);
    if (entry) await faq.setHelped(faqId, entry.helpedBefore + count);
    return null;
  };
