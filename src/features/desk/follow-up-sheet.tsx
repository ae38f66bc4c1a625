import { useState } from 'react';
import { RATING_WORDS, RATINGS, type FOLLOW_UPS } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import type { MatterMoves } from './use-matter-moves';

type Outcome = (typeof FOLLOW_UPS)[number];
type Score = (typeof RATINGS)[number];
type Props = { moves: MatterMoves; isOpen: boolean; onClose: () => void };

const OUTCOMES: readonly { value: Outcome; text: string }[] = [
  { value: 'fixed', text: '居民说解决了' },
  { value: 'notFixed', text: '居民说没解决' },
  { value: 'unreachable', text: '没联系上' },
];
const SCORES = RATINGS.map((value) => ({ value, text: RATING_WORDS[value] }));

/** What a call to somebody who has not confirmed brought. Only their own words make it "fixed". */
export function FollowUpSheet({ moves, isOpen, onClose }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [score, setScore] = useState<Score | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    if (!outcome) return setAsked(true);
    const rating = outcome === 'unreachable' || !score ? null : { score, note: '' };
    if (await moves.followUp({ outcome, note, rating })) onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      title="电话回访"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void save()}>
          记下回访
        </Button>
      }
    >
      <Stack>
        <ChoiceField
          label="居民怎么说"
          options={OUTCOMES}
          value={outcome}
          onPick={setOutcome}
          fault={isAsked && !outcome ? '请选一个结果' : undefined}
          required
        />
        {outcome && outcome !== 'unreachable' && (
          <ChoiceField label="满意吗（可不选）" options={SCORES} value={score} onPick={setScore} />
        )}
        <TextAreaField
          label="补充（可不填）"
          value={note}
          onInput={setNote}
          maxLength={100}
          minRows={2}
          placeholder="比如：说修好了，但师傅来得晚"
        />
      </Stack>
    </Sheet>
  );
}
