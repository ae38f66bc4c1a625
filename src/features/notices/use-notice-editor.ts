import { useState } from 'react';
import { BASE_ERROR_WORDS } from '@domain/kernel/errors';
import { err, ok, type Result } from '@domain/kernel/result';
import { HOUR } from '@domain/kernel/time';
import type { FieldFault } from '@domain/kernel/words-for-input';
import { draftNotice, editNotice, reviseNotice } from '@domain/notices/notice.actions';
import type { StaffNoticeView } from '@domain/notices/notice.schema';
import { useNow } from '@/services/clock';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';
import { blankForm, faultsOf, formOf, readForm, type NoticeForm } from './notice-form';

/** What was typed, and which version of the stored notice it was typed over. */
type Typed = { readonly form: NoticeForm; readonly version: number };

const READS = { refresh: ['notice', 'home'] } as const;

/** A conversation that becomes a notice: what the form begins with. */
export type NoticeSource = { readonly threadId: string; readonly form: Partial<NoticeForm> };

/** `new` is not stored yet, `draft` is seen by staff only, `published` is changed under residents' eyes. */
export type EditorMode = 'new' | 'draft' | 'published' | 'closed';

function modeOf(saved: StaffNoticeView | null): EditorMode {
  if (!saved) return 'new';
  if (saved.notice.moves.includes('edit')) return 'draft';
  return saved.notice.moves.includes('revise') ? 'published' : 'closed';
}

/**
 * A notice being written. What is typed lies over what is stored and stays on this phone until `save` has worked.
 * `issuer` stands in an empty form.
 */
export function useNoticeEditor(
  saved: StaffNoticeView | null,
  issuer: string,
  source: NoticeSource | null = null,
) {
  const now = useNow(HOUR);
  const draft = useDraft<Typed | null>(
    `notice.edit.${saved?.notice.noticeId ?? (source ? `from.${source.threadId}` : 'new')}`,
    null,
  );
  const drafting = useAction(draftNotice, READS);
  const editing = useAction(editNotice, READS);
  const revising = useAction(reviseNotice, READS);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const mode = modeOf(saved);
  const storedVersion = saved?.notice.version ?? 0;
  const stored = saved ? formOf(saved) : { ...blankForm(now), issuer, ...source?.form };
  const form = draft.value?.form ?? stored;

  const change = (changed: Partial<NoticeForm>) => {
    setFaults((old) => old.filter(({ field }) => !(field in changed) && field !== 'target'));
    draft.set((old) => ({
      form: { ...(old?.form ?? stored), ...changed },
      version: old?.version ?? storedVersion,
    }));
  };

  /** Stores what was typed; where it cannot be stored, a sentence why. */
  const save = async (): Promise<Result<StaffNoticeView, string>> => {
    if (saved && mode === 'draft' && draft.value === null) return ok(saved);
    const read = readForm(form);
    if (!read.ok) {
      setFaults(read.faults);
      return err(read.faults[0]?.words ?? BASE_ERROR_WORDS.INVALID_INPUT);
    }
    const content = read.value;
    const noticeId = saved?.notice.noticeId ?? '';
    const done =
      mode === 'new'
        ? await drafting.run(source ? { ...content, threadId: source.threadId } : content)
        : await (mode === 'draft' ? editing : revising).run({ noticeId, content });
    if (!done.ok) {
      setFaults(faultsOf(done.error));
      return err(done.error.words);
    }
    setFaults([]);
    draft.clear();
    return ok(done.value);
  };

  const action = mode === 'new' ? drafting : mode === 'draft' ? editing : revising;
  return {
    form,
    mode,
    faults,
    change,
    save,
    isSaving: action.isPending,
    /** A refusal that belongs to no single field. */
    failure: faults.length > 0 ? null : action.failure,
    isTyped: draft.value !== null,
    /** Somebody else stored another version after this was typed. */
    isOvertaken: draft.value !== null && draft.value.version !== storedVersion,
    dropTyped: draft.clear,
    keepTyped: () => draft.set((old) => (old ? { ...old, version: storedVersion } : old)),
  };
}

export type NoticeEditor = ReturnType<typeof useNoticeEditor>;
