import type * as z from 'zod/mini';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { WISH_ERROR_WORDS } from '@domain/wishes/wish.actions';
import { mentionsCash } from '@domain/wishes/wish.rules';
import { wishCardInput, wishForSomeoneInput, type WishCategory } from '@domain/wishes/wish.schema';

/** What somebody has typed so far. A category not yet picked is the empty text. */
export type CardDraft = { title: string; detail: string; category: WishCategory | ''; phone: string };
export type CardForSomeoneDraft = CardDraft & { contactName: string; place: string };

export const EMPTY_CARD: CardDraft = { title: '', detail: '', category: '', phone: '' };
export const EMPTY_CARD_FOR_SOMEONE: CardForSomeoneDraft = { ...EMPTY_CARD, contactName: '', place: '' };

export const CARD_LABELS = {
  title: '心愿',
  detail: '细节',
  category: '类别',
  phone: '联系电话',
  contactName: '称呼',
  place: '住处',
} as const;

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[] };

export const checkCard = (draft: CardDraft) => check(wishCardInput, draft);
export const checkCardForSomeone = (draft: CardForSomeoneDraft) => check(wishForSomeoneInput, draft);

/** The contract's own check, in the words of this form; then the rule on money, at the field that breaks it. */
function check<S extends z.ZodMiniType>(schema: S, draft: CardDraft): Checked<z.output<S>> {
  const checked = checkInput(schema, draft, CARD_LABELS);
  if (!checked.ok) return { ok: false, faults: checked.faults.map(plainer(draft)) };
  const faults = cashFaults(draft);
  return faults.length > 0 ? { ok: false, faults } : checked;
}

/** The fields of a card that speak of money. */
export const cashFaults = (words: { title: string; detail: string }): FieldFault[] =>
  (['title', 'detail'] as const)
    .filter((field) => mentionsCash(words[field]))
    .map((field) => ({ field, words: WISH_ERROR_WORDS.WISH_MENTIONS_CASH }));

const plainer =
  (draft: CardDraft) =>
  (fault: FieldFault): FieldFault => {
    if (fault.field === 'category') return { ...fault, words: '请选一个最接近的类别' };
    if (fault.field === 'phone')
      return {
        ...fault,
        words: draft.phone.trim() ? '电话号码不对，请检查后重新填写' : '还没有填写联系电话',
      };
    return fault;
  };

/** The id of a field on its page, so that the page can be brought to it. */
export const placeOf = (field: string): string => `wish-field-${field}`;

export const faultAt = (faults: readonly FieldFault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.words;

/** What to say under a single field about a refusal: the fault of the field where there is one. */
export const firstWords = (
  failure: { readonly words: string; readonly faults: readonly FieldFault[] } | null,
): string | undefined => failure?.faults[0]?.words ?? failure?.words;
