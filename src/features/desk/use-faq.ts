import { useEffect, useMemo, useState } from 'react';
import { listFaq } from '@domain/desk/desk.actions';
import { indexFaq } from '@domain/desk/faq-search';
import type { FaqView } from '@domain/desk/faq.schema';
import { HOUR } from '@domain/kernel/time';
import { useRead } from '@/services/queries';

/** A pause this long in typing is the moment to look for answers, ms. */
const TYPING_PAUSE = 200;
const POPULAR = 4;

/** Answers that fit what is being typed. All entries are read once and searched on the phone: typing costs no network. */
export function useFaq(text: string): { fitting: readonly FaqView[]; popular: readonly FaqView[] } {
  const { data } = useRead(listFaq, {}, { staleMs: HOUR });
  const entries = data?.items;
  const search = useMemo(() => indexFaq(entries ?? []), [entries]);
  const settled = useSettled(text);
  const fitting = useMemo(() => search(settled), [search, settled]);
  const popular = useMemo(
    () => [...(entries ?? [])].sort((a, b) => b.helpedCount - a.helpedCount).slice(0, POPULAR),
    [entries],
  );
  return { fitting, popular };
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
