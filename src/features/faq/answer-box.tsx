import { useState } from 'react';
import { answerPublic } from '@domain/desk/public-question.actions';
import { PUBLIC_LIMITS, publicAnswerText } from '@domain/desk/public-question.schema';
import { checkInput } from '@domain/kernel/words-for-input';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';

/** Where somebody whom staff have vetted answers. What is typed stays on the phone until it was sent. */
export function AnswerBox({ questionId }: { questionId: string }) {
  const draft = useDraft(`public.answer.${questionId}`, '');
  const [fault, setFault] = useState<string | undefined>();
  const answering = useAction(answerPublic, { refresh: ['public'] });
  const send = async () => {
    const read = checkInput(publicAnswerText, draft.value);
    if (!read.ok) return setFault(read.faults[0]?.words);
    const done = await answering.run({ questionId, text: read.value });
    if (!done.ok) return toast(done.error.words);
    draft.clear();
    toast('已解答', 'done');
  };
  return (
    <Card tone="warm">
      <Stack>
        <TextAreaField
          label="您知道怎么办？说给邻居听"
          value={draft.value}
          onInput={(text) => {
            setFault(undefined);
            draft.set(text);
          }}
          placeholder="只写自己确实知道的，别写别人的姓名、电话和门牌"
          maxLength={PUBLIC_LIMITS.answerMax}
          fault={fault}
        />
        <Button block size="large" isBusy={answering.isPending} onTap={() => void send()}>
          发布解答
        </Button>
      </Stack>
    </Card>
  );
}
