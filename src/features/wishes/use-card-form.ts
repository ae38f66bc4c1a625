import { useRef, useState } from 'react';
import type { Result } from '@domain/kernel/result';
import type { FieldFault } from '@domain/kernel/words-for-input';
import { recordWish, submitWish } from '@domain/wishes/wish.actions';
import type { WishView } from '@domain/wishes/wish.schema';
import type { Failure } from '@/services/call';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';
import {
  checkCard,
  checkCardForSomeone,
  EMPTY_CARD,
  EMPTY_CARD_FOR_SOMEONE,
  faultAt,
  placeOf,
  type CardDraft,
  type CardForSomeoneDraft,
  type Checked,
} from './wish-draft';
import { guessCategory } from './wish-guess';

const TOUCHED = ['wish', 'home'] as const;

type Form<D, I> = {
  draftName: string;
  empty: D;
  check: (draft: D) => Checked<I>;
  send: (input: I) => Promise<Result<WishView, Failure>>;
};

/** A card being written: kept on the phone until it has arrived, checked before it is sent. */
function useCardForm<D extends CardDraft, I>({ draftName, empty, check, send }: Form<D, I>) {
  const draft = useDraft<D>(draftName, empty);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [jumpTo, setJumpTo] = useState<string | undefined>(undefined);
  const isSending = useRef(false);

  const change = (part: Partial<D>) => {
    const touched = { ...part, ...guessFor(draft.value, part) };
    draft.set((old) => ({ ...old, ...touched }));
    setFaults((old) => old.filter((fault) => !(fault.field in touched)));
    setJumpTo(undefined);
  };

  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    setJumpTo(found[0] ? placeOf(found[0].field) : undefined);
  };

  /** Answers the new wish, or null when the form has faults, did not arrive, or is on its way already. */
  const submit = async (): Promise<WishView | null> => {
    if (isSending.current) return null;
    const checked = check(draft.value);
    show(checked.ok ? [] : checked.faults);
    if (!checked.ok) return null;
    isSending.current = true;
    const sent = await send(checked.value);
    isSending.current = false;
    if (!sent.ok) {
      show(sent.error.faults);
      return null;
    }
    draft.clear();
    return sent.value;
  };

  return {
    value: draft.value,
    change,
    submit,
    faultOf: (field: string) => faultAt(faults, field),
    faultCount: faults.length,
    jumpTo,
  };
}

/** The kind that goes with a new title, as long as nobody has picked another one. */
function guessFor(old: CardDraft, part: Partial<CardDraft>): Partial<CardDraft> {
  const isGuessed = old.category === '' || old.category === guessCategory(old.title);
  return part.title !== undefined && part.category === undefined && isGuessed
    ? { category: guessCategory(part.title) }
    : {};
}

/** One's own wish. */
export function useWishForm() {
  const { run, isPending, failure } = useAction(submitWish, { refresh: TOUCHED });
  const form = useCardForm({ draftName: 'wish-new', empty: EMPTY_CARD, check: checkCard, send: run });
  return { ...form, isPending, failure };
}

/** A conversation that becomes a wish: what the card begins with. */
export type WishSource = { readonly threadId: string; readonly card: Partial<CardForSomeoneDraft> };

const cardFrom = ({ card }: WishSource): CardForSomeoneDraft => ({
  ...EMPTY_CARD_FOR_SOMEONE,
  category: guessCategory(card.title ?? ''),
  ...card,
});

/** A wish that staff write down for a neighbour, from scratch or from a conversation. */
export function useRecordForm(source: WishSource | null = null) {
  const { run, isPending, failure } = useAction(recordWish, { refresh: [...TOUCHED, 'desk', 'thread'] });
  const form = useCardForm<CardForSomeoneDraft, Parameters<typeof run>[0]>({
    draftName: source ? `wish-record.${source.threadId}` : 'wish-record',
    empty: source ? cardFrom(source) : EMPTY_CARD_FOR_SOMEONE,
    check: checkCardForSomeone,
    send: (card) => run(source ? { ...card, threadId: source.threadId } : card),
  });
  return { ...form, isPending, failure };
}
