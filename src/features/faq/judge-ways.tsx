import { useState } from 'react';
import { judgeAnswer } from '@domain/desk/public-question.actions';
import { PUBLIC_LIMITS, type PublicAnswerView } from '@domain/desk/public-question.schema';
import { Button } from '@/components/button';
import { ReasonSheet } from '@/components/reason-sheet';
import { Row } from '@/components/row';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';

type Judgement = { verdict: 'confirmed' | 'hidden' } | { verdict: 'corrected'; correction: string };

/** Staff stand behind a neighbour's answer, set it right in everybody's sight, or take it out of it. */
export function JudgeWays({ questionId, answer }: { questionId: string; answer: PublicAnswerView }) {
  const [isCorrecting, setCorrecting] = useState(false);
  const judging = useAction(judgeAnswer, { refresh: ['public'] });
  const judge = async (judgement: Judgement) => {
    const input =
      judgement.verdict === 'corrected'
        ? judgement
        : { verdict: judgement.verdict === 'confirmed' ? ('confirmed' as const) : ('hidden' as const) };
    const done = await judging.run({ questionId, answerId: answer.answerId, judgement: input });
    toast(done.ok ? '已核对' : done.error.words, done.ok ? 'done' : 'warn');
    if (done.ok) setCorrecting(false);
  };
  return (
    <>
      <Row isWrapping>
        {answer.verdict === 'confirmed' ? null : (
          <Button
            tone="done"

            isDisabled={judging.isPending}
            onTap={() => void judge({ verdict: 'confirmed' })}
          >
            说得对
          </Button>
        )}
        <Button
          tone="secondary"

          isDisabled={judging.isPending}
          onTap={() => setCorrecting(true)}
        >
          更正
        </Button>
        {answer.verdict === 'hidden' ? null : (
          <Button
            tone="quiet"

            isDisabled={judging.isPending}
            onTap={() => void judge({ verdict: 'hidden' })}
          >
            收起
          </Button>
        )}
      </Row>
      <ReasonSheet
        isOpen={isCorrecting}
        title="更正这条解答"
        label="正确的说法"
        placeholder="居民会看到原话和更正"
        confirmText="发布更正"
        maxLength={PUBLIC_LIMITS.answerMax}
        isBusy={judging.isPending}
        onConfirm={(correction) => void judge({ verdict: 'corrected', correction })}
        onClose={() => setCorrecting(false)}
      />
    </>
  );
}
