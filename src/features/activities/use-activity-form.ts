import { useMemo, useRef, useState } from 'react';
import { publishActivity, reviseActivity } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import type { FieldFault } from '@domain/kernel/words-for-input';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';
import {
  checkDraft,
  draftOf,
  emptyDraft,
  faultAt,
  isSameDraft,
  placeOf,
  type ActivityDraft,
} from './activity-draft';

const TOUCHED = ['activity', 'home'] as const;
/** Which field a refusal of the cloud is about. */
const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  SEATS_BELOW_TAKEN: 'seats',
  ACTIVITY_IN_PAST: 'enrolUntil',
  ACTIVITY_TIMES_WRONG: 'endsAt',
};

/**
 * The form of an activity, new or existing: what is typed stays on the phone until it is published.
 * `isLeftOver`: what the form shows was typed earlier and differs from what is published now.
 */
export function useActivityForm(existing: ActivityView | null) {
  const published = useMemo(() => (existing ? draftOf(existing) : null), [existing]);
  const [initial] = useState(() => published ?? emptyDraft(Date.now()));
  const draft = useDraft<ActivityDraft>(
    existing ? `activity-edit-${existing.activityId}` : 'activity-new',
    initial,
  );
  const [isLeftOver, setLeftOver] = useState(() => !isSameDraft(draft.value, initial));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const publish = useAction(publishActivity, { refresh: TOUCHED });
  const revise = useAction(reviseActivity, { refresh: TOUCHED });
  const [jumpTo, setJumpTo] = useState<string | undefined>(undefined);
  const isSending = useRef(false);

  const change = (part: Partial<ActivityDraft>) => {
    draft.set((old) => ({ ...old, ...part }));
    setFaults((old) => old.filter((fault) => !(fault.field in part)));
    setJumpTo(undefined);
  };
  const startOver = () => {
    draft.clear();
    setFaults([]);
    setLeftOver(false);
  };

  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    setJumpTo(found[0] ? placeOf(found[0].field) : undefined);
  };

  /** Answers the activity as published, or null when something has to be put right first. */
  const submit = async (): Promise<ActivityView | null> => {
    if (isSending.current) return null;
    const checked = checkDraft(draft.value, Date.now());
    show(checked.ok ? [] : checked.faults);
    if (!checked.ok) return null;
    isSending.current = true;
    const sent = existing
      ? await revise.run({ activityId: existing.activityId, content: checked.value })
      : await publish.run(checked.value);
    isSending.current = false;
    if (sent.ok) {
      draft.clear();
      return sent.value;
    }
    const field = FIELD_OF_CODE[sent.error.code];
    show(field ? [{ field, words: sent.error.words }] : sent.error.faults.map(atOwnField));
    return null;
  };

  return {
    value: draft.value,
    change,
    startOver,
    submit,
    isLeftOver,
    faultOf: (field: string) => faultAt(faults, field),
    faultCount: faults.length,
    jumpTo,
    isPending: publish.isPending || revise.isPending,
    failure: existing ? revise.failure : publish.failure,
  };
}

/** A revision carries the form as `content`; its faults name `content.title`. */
const atOwnField = (fault: FieldFault): FieldFault => ({
  ...fault,
  field: fault.field.replace(/^content\./, ''),
});
