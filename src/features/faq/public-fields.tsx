import { useState } from 'react';
import { declinePublic, publishPublic } from '@domain/desk/public-question.actions';
import { PUBLIC_LIMITS, publicEdit, type PublicPage } from '@domain/desk/public-question.schema';
import { checkInput } from '@domain/kernel/words-for-input';
import * as z from 'zod/mini';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ReasonSheet } from '@/components/reason-sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import { goBack } from '@/services/navigate';
import { useAction } from '@/services/use-action';

const READS = { refresh: ['public'] } as const;
const input = z.object(publicEdit);
export const REVIEW_LIST = '/pages/answers/public/index';

/** Staff put a proposed question into words that everyone may read, and answer it where they can. */
export function PublicFields({ page, officialDraft }: { page: PublicPage; officialDraft: string }) {
  const { questionId } = page.card;
  const first = { question: page.card.question, detail: page.detail, answer: officialDraft };
  const draft = useDraft(`public.review.${questionId}`, first);
  const [fault, setFault] = useState<{ field: string; words: string } | null>(null);
  const [isDeclining, setDeclining] = useState(false);
  const publishing = useAction(publishPublic, READS);
  const declining = useAction(declinePublic, READS);
  const form = draft.value;
  const change = (changed: Partial<typeof first>) => {
    setFault(null);
    draft.set((old) => ({ ...old, ...changed }));
  };
  const leave = (words: string) => {
    draft.clear();
    toast(words, 'done');
    goBack(REVIEW_LIST);
  };
  const publish = async () => {
    const read = checkInput(input, { questionId, version: page.version, ...form });
    if (!read.ok) return setFault(read.faults[0] ?? null);
    const done = await publishing.run(read.value);
    if (!done.ok) return toast(done.error.words);
    leave('已公开');
  };
  const decline = async (reason: string) => {
    const done = await declining.run({ questionId, reason });
    if (!done.ok) return toast(done.error.words);
    leave('已不公开');
  };
  const faultOf = (field: string) => (fault?.field === field ? fault.words : undefined);
  return (
    <Card>
      <Stack>
        <TextAreaField
          label="问题"
          required
          minRows={2}
          value={form.question}
          onInput={(question) => change({ question })}
          maxLength={PUBLIC_LIMITS.questionMax}
          fault={faultOf('question')}
        />
        <TextAreaField
          label="情况说明"
          value={form.detail}
          onInput={(detail) => change({ detail })}
          placeholder="可以不写；别留姓名、电话、门牌"
          maxLength={PUBLIC_LIMITS.detailMax}
          fault={faultOf('detail')}
        />
        <TextAreaField
          label="社区答复"
          minRows={4}
          value={form.answer}
          onInput={(answer) => change({ answer })}
          placeholder="可以先不写，请政策小达人来解答"
          maxLength={PUBLIC_LIMITS.answerMax}
          fault={faultOf('answer')}
        />
        <Button block size="large" isBusy={publishing.isPending} onTap={() => void publish()}>
          公开
        </Button>
        <Button block tone="quiet" size="large" onTap={() => setDeclining(true)}>
          不公开
        </Button>
      </Stack>
      <ReasonSheet
        isOpen={isDeclining}
        title="这条不公开"
        label="原因"
        placeholder="如：涉及个人隐私，只适合单独沟通"
        confirmText="不公开"
        isBusy={declining.isPending}
        onConfirm={(reason) => void decline(reason)}
        onClose={() => setDeclining(false)}
      />
    </Card>
  );
}
