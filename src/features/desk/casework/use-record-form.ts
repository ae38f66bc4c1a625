import { useRef, useState } from 'react';
import { recordInput, recordThread } from '@domain/desk/casework.actions';
import { CASEWORK_LIMITS, type Channel } from '@domain/desk/casework.schema';
import type { ThreadPage } from '@domain/desk/thread.schema';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';
import { choiceOf, usualChoice, type CallerChoice } from './caller-choice';
import { useCaller, type Found } from './use-caller';

export type RecordDraft = {
  readonly channel: Channel;
  readonly query: string;
  /** The option somebody tapped; null while the usual one holds. */
  readonly picked: string | null;
  readonly callerName: string;
  readonly callerPhone: string;
  readonly text: string;
  readonly isAnswered: boolean;
  readonly answer: string;
  readonly isResolved: boolean;
};

const EMPTY: RecordDraft = {
  channel: 'phone',
  query: '',
  picked: null,
  callerName: '',
  callerPhone: '',
  text: '',
  isAnswered: false,
  answer: '',
  isResolved: true,
};
const LABELS = { who: '', callerName: '称呼', callerPhone: '', text: '事情', answer: '答复' } as const;

/** What is being written down for somebody: kept on the phone until it has arrived. */
export function useRecordForm() {
  const draft = useDraft<RecordDraft>('casework.record', EMPTY);
  const { value } = draft;
  const caller = useCaller(value.query);
  const { run, isPending, failure } = useAction(recordThread, { refresh: ['desk', 'home', 'thread'] });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const isSending = useRef(false);

  const change = (part: Partial<RecordDraft>) => {
    setFaults([]);
    draft.set((old) => ({ ...old, ...part }));
  };
  const chosenIn = (found: Found | null): CallerChoice | null =>
    found && choiceOf(found, value.picked ?? usualChoice(found));

  /** The new matter, or null when something is missing, did not arrive, or is on its way already. */
  const send = async (): Promise<ThreadPage | null> => {
    if (isSending.current) return null;
    isSending.current = true;
    try {
      const choice = chosenIn(caller.found ?? (await caller.find()));
      const read = checkInput(recordInput, inputOf(value, choice), LABELS);
      const missing = [
        ...(choice ? [] : [whoFault(value)]),
        ...(value.isAnswered && value.answer.trim() === '' ? [NO_ANSWER] : []),
        ...(read.ok ? [] : read.faults.filter(({ field }) => field !== 'who')),
      ];
      setFaults(missing.map(plainer));
      if (!read.ok || missing.length > 0) return null;
      const sent = await run(read.value);
      if (!sent.ok) {
        setFaults(sent.error.faults.map(plainer));
        return null;
      }
      draft.clear();
      draft.set({ ...EMPTY, channel: value.channel });
      return sent.value;
    } finally {
      isSending.current = false;
    }
  };

  return {
    value,
    change,
    send,
    caller,
    choice: chosenIn(caller.found),
    faultOf: (field: string) => faults.find((fault) => fault.field === field)?.words,
    isPending,
    failure: faults.length > 0 ? null : failure,
  };
}
export type RecordForm = ReturnType<typeof useRecordForm>;

function inputOf(value: RecordDraft, choice: CallerChoice | null) {
  const { channel, text, answer, isAnswered, isResolved, callerName, callerPhone } = value;
  const phone = callerPhone.trim() === '' ? {} : { callerPhone };
  const contact = { callerName, ...phone };
  return {
    channel,
    text,
    ...(isAnswered ? { answer, isResolved } : {}),
    ...(choice?.kind === 'person' ? { personId: choice.personId } : {}),
    ...(choice?.kind === 'home' ? { householdId: choice.householdId, ...contact } : {}),
    ...(choice?.kind === 'name' ? { ...phone, callerName: clip(choice.callerName) } : {}),
  };
}

const NO_ANSWER: FieldFault = { field: 'answer', words: '还没有填写，没有答复就点掉“已当场答复”' };

const clip = (name: string): string => [...name].slice(0, CASEWORK_LIMITS.nameMax).join('');

const whoFault = ({ query }: RecordDraft): FieldFault => ({
  field: 'who',
  words: query.trim() === '' ? '填一下哪一户，或者怎么称呼' : '请点一下是哪一位',
});

const plainer = (fault: FieldFault): FieldFault =>
  fault.field === 'callerPhone' ? { ...fault, words: '电话号码不对，请检查后重新填写' } : fault;
