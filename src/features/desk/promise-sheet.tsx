import { useEffect, useState } from 'react';
import { PROMISE_LIMITS, quickDues, type PromiseView } from '@domain/desk/promise.schema';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import type { MatterMoves } from './use-matter-moves';

type Props = {
  moves: MatterMoves;
  isOpen: boolean;
  /** What was said last: mostly the promise itself. */
  saidLast: string;
  onClose: () => void;
};

/** A promise recorded after the words were sent: what, and by when. */
export function PromiseSheet({ moves, isOpen, saidLast, onClose }: Props) {
  const [words, setWords] = useState('');
  const [dueAt, setDueAt] = useState(0);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isOpen) setWords([...saidLast].slice(0, PROMISE_LIMITS.wordsMax).join(''));
  }, [isOpen, saidLast]);
  const save = async () => {
    if (words.trim().length < 2 || dueAt === 0) return setAsked(true);
    if (await moves.promise({ words: words.trim(), dueAt })) onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      title="记下承诺"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void save()}>
          记下来
        </Button>
      }
    >
      <Stack>
        <TextField
          label="答应了什么（居民会看到）"
          value={words}
          onInput={setWords}
          maxLength={PROMISE_LIMITS.wordsMax}
          placeholder="比如：师傅上门换水龙头"
          fault={isAsked && words.trim().length < 2 ? '还没有填写' : undefined}
          required
        />
        <DueField
          dueAt={dueAt}
          onPick={setDueAt}
          fault={isAsked && dueAt === 0 ? '请选一个时间' : undefined}
        />
      </Stack>
    </Sheet>
  );
}

type DueFieldProps = { dueAt: number; onPick: (dueAt: number) => void; fault?: string | undefined };

/** The times people promise in words, and any other. */
function DueField({ dueAt, onPick, fault }: DueFieldProps) {
  const offered = quickDues(Date.now());
  return (
    <>
      <ChoiceField
        label="什么时候之前"
        options={offered.map(({ dueAt: value, words: text }) => ({ value: String(value), text }))}
        value={String(dueAt)}
        onPick={(value) => onPick(Number(value))}
      />
      <WhenField label="或者选时间" value={dueAt} onPick={onPick} fault={fault} />
    </>
  );
}

type EndProps = { moves: MatterMoves; promise: PromiseView | null; onClose: () => void };

/** Kept, not kept, or put off; a word why goes to the resident. */
export function PromiseEndSheet({ moves, promise, onClose }: EndProps) {
  const [note, setNote] = useState('');
  const [dueAt, setDueAt] = useState(0);
  useEffect(() => {
    setNote('');
    setDueAt(0);
  }, [promise?.promiseId]);
  if (!promise) return null;
  const { promiseId } = promise;
  const done = async (moving: Promise<boolean>) => {
    if (await moving) onClose();
  };
  const isPutOff = dueAt > 0;
  return (
    <Sheet isOpen title={promise.words} onClose={onClose}>
      <Stack>
        <TextField
          label="说一句（居民会看到，可不填）"
          value={note}
          onInput={setNote}
          maxLength={PROMISE_LIMITS.noteMax}
          placeholder="比如：师傅9点到的，已换好"
        />
        <Button
          tone="done"
          block
          size="large"
          isBusy={moves.isBusy}
          onTap={() => void done(moves.keep(promiseId, note))}
        >
          已经兑现
        </Button>
        <WhenField label="改到什么时候" value={dueAt} onPick={setDueAt} />
        {isPutOff ? (
          <Button
            tone="secondary"
            block
            isDisabled={moves.isBusy}
            onTap={() => void done(moves.postpone(promiseId, note, dueAt))}
          >
            改时间并告诉居民
          </Button>
        ) : (
          <Button
            tone="danger"
            block
            isDisabled={moves.isBusy}
            onTap={() => void done(moves.breakOff(promiseId, note))}
          >
            没能兑现
          </Button>
        )}
      </Stack>
    </Sheet>
  );
}
