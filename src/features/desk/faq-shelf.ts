import { createFaqIndex, indexFaq, type FaqSearch } from '@domain/desk/faq-search';
import { FAQ_LIMITS, isOverdueOn, type FaqLead, type FaqView } from '@domain/desk/faq.schema';
import type { FaqKept } from './faq-kept';

type Changes = { items: FaqLead[]; gone: string[]; cursor: string; hasMore: boolean };
type Cloud = {
  /** Null when the network is lost; what is kept goes on serving. */
  changes(since: string): Promise<Changes | null>;
  answers(faqIds: readonly string[]): Promise<readonly FaqView[] | null>;
};
/** Lets the screen breathe between two pieces of work. */
type Breathe = (next: () => void) => void;

/** So many answers are there without the network: the most helpful ones, and those opened last. */
const ANSWERS_KEPT = 200;
const INDEXED_AT_ONCE = 50;

export type FaqState = {
  readonly leads: readonly FaqLead[];
  readonly search: FaqSearch<FaqLead>;
  readonly answers: ReadonlyMap<string, FaqView>;
};

/**
 * The community's questions on this phone: shown from what is kept, brought up to date in the background, searched
 * without the network. `stand` changes identity whenever something did.
 */
export function createFaqShelf(kept: FaqKept, cloud: Cloud, breathe: Breathe) {
  const stock = kept.load();
  let { cursor } = stock;
  const leads = new Map(stock.leads.map((lead) => [lead.faqId, lead]));
  const answers = new Map(kept.loadAnswers().map((answer) => [answer.faqId, answer]));
  let stand: FaqState = { leads: [], search: indexFaq([]), answers };
  const listeners = new Set<() => void>();
  const show = (next: Partial<FaqState>) => {
    stand = { ...stand, ...next };
    for (const listener of listeners) listener();
  };

  let building = 0;
  /** Builds the next index in slices beside the one in use. */
  const rebuild = (): Promise<void> => {
    const round = (building += 1);
    const all = [...leads.values()];
    const index = createFaqIndex<FaqLead>();
    return new Promise((done) => {
      const slice = (from: number) => {
        if (round !== building) return done();
        for (const lead of all.slice(from, from + INDEXED_AT_ONCE)) index.add(lead);
        if (from + INDEXED_AT_ONCE < all.length) return breathe(() => slice(from + INDEXED_AT_ONCE));
        show({ leads: all, search: index.build() });
        done();
      };
      slice(0);
    });
  };

  const takeIn = ({ items, gone, cursor: reached }: Changes): boolean => {
    for (const lead of items) {
      if (JSON.stringify(leads.get(lead.faqId)) === JSON.stringify(lead)) continue;
      leads.set(lead.faqId, lead);
      answers.delete(lead.faqId);
    }
    for (const faqId of gone) {
      leads.delete(faqId);
      answers.delete(faqId);
    }
    const isNew = reached !== cursor;
    cursor = reached;
    return isNew;
  };

  const keepAnswers = (fetched: readonly FaqView[]) => {
    for (const answer of fetched) {
      answers.delete(answer.faqId);
      answers.set(answer.faqId, answer);
    }
    const surplus = [...answers.keys()].slice(0, Math.max(0, answers.size - ANSWERS_KEPT));
    for (const faqId of surplus) answers.delete(faqId);
    kept.saveAnswers([...answers.values()]);
    show({ answers: new Map(answers) });
  };

  const stockAnswers = async () => {
    const wanted = [...leads.values()]
      .sort((a, b) => b.helpedCount - a.helpedCount)
      .slice(0, ANSWERS_KEPT)
      .filter(({ faqId }) => !answers.has(faqId));
    for (let from = 0; from < wanted.length; from += FAQ_LIMITS.answersAtOnce) {
      const ids = wanted.slice(from, from + FAQ_LIMITS.answersAtOnce).map(({ faqId }) => faqId);
      const fetched = await cloud.answers(ids);
      if (!fetched) return;
      keepAnswers(fetched);
    }
  };

  const update = async () => {
    let isChanged = false;
    for (;;) {
      const changes = await cloud.changes(cursor);
      if (!changes) break;
      isChanged = takeIn(changes) || isChanged;
      if (!changes.hasMore) break;
    }
    if (isChanged) {
      kept.save({ cursor, leads: [...leads.values()] });
      await rebuild();
    }
    await stockAnswers();
  };

  const ready = rebuild();
  let updating: Promise<void> | null = null;
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stand: () => stand,
    /** Brings the shelf up to date; a second wish while the first is under way joins it. */
    refresh(): Promise<void> {
      updating ??= ready.then(update).finally(() => {
        updating = null;
      });
      return updating;
    },
    /** Fetches the answer of an entry somebody opened, if the phone has none. @returns whether it is there now. */
    async fetchAnswer(faqId: string): Promise<boolean> {
      if (answers.has(faqId)) return true;
      const fetched = await cloud.answers([faqId]);
      if (fetched) keepAnswers(fetched);
      return answers.has(faqId);
    },
  };
}
export type FaqShelf = ReturnType<typeof createFaqShelf>;

/** What fits, current answers first: one that is due to be checked never takes a current one's place. */
export function fittingFrom({ search }: FaqState, text: string, today: string): FaqLead[] {
  const found = search(text);
  const isOverdue = (lead: FaqLead) => isOverdueOn(lead, today);
  return [...found.filter((lead) => !isOverdue(lead)), ...found.filter(isOverdue)];
}
