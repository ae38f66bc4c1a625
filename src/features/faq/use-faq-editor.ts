import { useState } from 'react';
import { changeFaq, draftFaq, publishFaq, reviseFaq } from '@domain/desk/faq-keeping.actions';
import { faqDraftInput, faqInput, type FaqSheet } from '@domain/desk/faq-keeping.schema';
import { FAQ_LIMITS } from '@domain/desk/faq.schema';
import { err, ok, type Result } from '@domain/kernel/result';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';

export type FaqForm = {
  readonly question: string;
  readonly answer: string;
  /** Keywords as typed, with commas or blanks between them. */
  readonly keywords: string;
  readonly source: string;
  readonly ownerId: string;
  readonly reviewOn: string;
};

const LABELS = {
  question: '问题',
  answer: '回答',
  keywords: '居民的说法',
  source: '来源文件',
  ownerId: '负责人',
  reviewOn: '下次核对',
} as const;
const READS = { refresh: ['faq'] } as const;

const keywordsIn = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,，、；;]+/).filter((word) => word !== '')),
];

export const formOf = (sheet: FaqSheet): FaqForm => ({
  question: sheet.card.question,
  answer: sheet.answer,
  keywords: sheet.keywords.join('、'),
  source: sheet.card.source,
  ownerId: sheet.ownerId,
  reviewOn: sheet.card.reviewOn,
});

type Start = { readonly saved: FaqSheet | null; readonly first: FaqForm; readonly threadId: string | null };

/** An entry being written. What is typed stays on this phone until it was stored. */
export function useFaqEditor({ saved, first, threadId }: Start) {
  const draft = useDraft<FaqForm | null>(`faq.edit.${saved?.card.faqId ?? threadId ?? 'new'}`, null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const drafting = useAction(draftFaq, READS);
  const revising = useAction(reviseFaq, READS);
  const publishing = useAction(publishFaq, READS);
  const changing = useAction(changeFaq, READS);
  const stored = saved ? formOf(saved) : first;
  const form = draft.value ?? stored;
  const isLive = saved?.card.status === 'published';

  const change = (changed: Partial<FaqForm>) => {
    setFaults((old) => old.filter(({ field }) => !((field.split('.')[0] ?? '') in changed)));
    draft.set((old) => ({ ...(old ?? stored), ...changed }));
  };
  const refused = (wrong: readonly FieldFault[]) => {
    setFaults(wrong);
    return err(wrong[0]?.words ?? '填写有误，请检查');
  };
  const typed = () => ({ ...form, keywords: keywordsIn(form.keywords) });

  const saveDraft = async (): Promise<Result<FaqSheet, string>> => {
    const read = checkInput(faqDraftInput, typed(), LABELS);
    if (!read.ok) return refused(read.faults);
    const entry = read.value;
    const done = saved
      ? await revising.run({ faqId: saved.card.faqId, version: saved.version, entry })
      : await drafting.run({ entry, ...(threadId ? { threadId } : {}) });
    if (!done.ok) return err(done.error.words);
    draft.clear();
    return ok(done.value);
  };

  /** Publishes a draft, or stores a change of what is published. A new entry becomes a draft first. */
  const publish = async (): Promise<Result<FaqSheet, string>> => {
    const read = checkInput(faqInput, typed(), LABELS);
    if (!read.ok) return refused(read.faults);
    const known = saved ? ok(saved) : await saveDraft();
    if (!known.ok) return known;
    const edit = { faqId: known.value.card.faqId, version: known.value.version, entry: read.value };
    const done = await (isLive ? changing : publishing).run(edit);
    if (!done.ok) return err(done.error.words);
    draft.clear();
    return ok(done.value);
  };

  return {
    form,
    faults,
    change,
    saveDraft,
    publish,
    isLive,
    isTyped: draft.value !== null,
    dropTyped: draft.clear,
    isBusy: [drafting, revising, publishing, changing].some(({ isPending }) => isPending),
    keywordsMax: FAQ_LIMITS.keywordsMax,
  };
}
export type FaqEditor = ReturnType<typeof useFaqEditor>;
