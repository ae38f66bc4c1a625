import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { indexFaq } from '@domain/desk/faq-search';
import type { FaqLead, FaqView, PublicLead } from '@domain/desk/faq.schema';
import { getFaqAnswers, listFaqChanges, listPublicLeads } from '@domain/desk/faq.actions';
import { DAY, HOUR, dateOn } from '@domain/kernel/time';
import { call } from '@/services/call';
import { useNow } from '@/services/clock';
import { useRead } from '@/services/queries';
import { readPersonKey, session } from '@/services/session-store';
import { useWatched } from '@/services/watched';
import { faqKeptUnder } from './faq-kept';
import { createFaqShelf, fittingFrom, type FaqShelf } from './faq-shelf';
import { sendSolved } from './faq-taps';

/** A pause this long in typing is the moment to look for answers, ms. */
const TYPING_PAUSE = 120;
const POPULAR = 4;
const NEIGHBOURS = 2;

const cloud = {
  async changes(since: string) {
    const changes = await call(listFaqChanges, since === '' ? {} : { since });
    return changes.ok ? changes.value : null;
  },
  async answers(faqIds: readonly string[]) {
    const answers = await call(getFaqAnswers, { faqIds: [...faqIds] });
    return answers.ok ? answers.value.items : null;
  },
};

type Held = { readonly personKey: string; readonly shelf: FaqShelf; refreshedAt: number };
let held: Held | null = null;

function shelfOfPerson(): Held {
  const personKey = readPersonKey();
  if (held?.personKey !== personKey) {
    const shelf = createFaqShelf(faqKeptUnder(personKey), cloud, (next) => void setTimeout(next, 0));
    held = { personKey, shelf, refreshedAt: 0 };
  }
  return held;
}

export type Faq = {
  readonly fitting: readonly FaqLead[];
  readonly popular: readonly FaqLead[];
  /** What neighbours asked in public and what fits, too. */
  readonly neighbours: readonly PublicLead[];
  /** The answer of an entry as far as this phone has it. */
  answerOf(faqId: string): FaqView | null;
  fetchAnswer(faqId: string): Promise<boolean>;
};

/** Answers that fit what is being typed, from the index on this phone: typing costs no network. */
export function useFaq(text: string): Faq {
  useWatched(session);
  const here = shelfOfPerson();
  const { shelf } = here;
  const stand = useSyncExternalStore(shelf.subscribe, shelf.stand, shelf.stand);
  const hour = Math.floor(useNow(HOUR) / HOUR);
  useEffect(() => {
    if (here.refreshedAt === hour) return;
    here.refreshedAt = hour;
    void shelf.refresh();
    void sendSolved();
  }, [here, shelf, hour]);

  const today = dateOn(useNow(DAY));
  const settled = useSettled(text);
  const fitting = useMemo(
    () => (settled.trim() === '' ? [] : fittingFrom(stand, settled, today)),
    [stand, settled, today],
  );
  const popular = useMemo(
    () =>
      [...stand.leads]
        .filter((lead) => lead.reviewOn >= today)
        .sort((a, b) => b.helpedCount - a.helpedCount)
        .slice(0, POPULAR),
    [stand.leads, today],
  );
  const leads = useRead(listPublicLeads, {}, { staleMs: HOUR });
  const askedInPublic = useMemo(() => indexFaq(leads.data?.items ?? []), [leads.data]);
  const neighbours = useMemo(
    () => (settled.trim() === '' ? [] : askedInPublic(settled).slice(0, NEIGHBOURS)),
    [askedInPublic, settled],
  );
  return {
    fitting,
    popular,
    neighbours,
    answerOf: (faqId) => stand.answers.get(faqId) ?? null,
    fetchAnswer: shelf.fetchAnswer,
  };
}

/** The text once its writer pauses. An emptied box counts at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
