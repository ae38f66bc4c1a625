import { useState } from 'react';
import { listFaqOwners, openFaq, proposeFaq } from '@domain/desk/faq-keeping.actions';
import type { FaqSheet } from '@domain/desk/faq-keeping.schema';
import type { Result } from '@domain/kernel/result';
import { getMe } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { FaqFields } from '@/features/faq/faq-fields';
import { FaqHistory } from '@/features/faq/faq-history';
import { FaqKeeping } from '@/features/faq/faq-keeping';
import { FaqNote } from '@/features/faq/faq-note';
import { useFaqEditor, type FaqForm } from '@/features/faq/use-faq-editor';
import { toast } from '@/services/feedback';
import { goBack, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

const LIST = '/pages/answers/list/index';
const BLANK: FaqForm = { question: '', answer: '', keywords: '', source: '', ownerId: '', reviewOn: '' };

/** 问答: one entry, written, published, checked and one day retired. */
export default function FaqEditPage() {
  const params = useParams<{ faqId: string; threadId: string }>();
  const [storedId, setStoredId] = useState<string | null>(null);
  const faqId = params.faqId ?? storedId;
  return (
    <Loaded key={faqId ?? 'new'} faqId={faqId} threadId={params.threadId ?? null} onStored={setStoredId} />
  );
}

type LoadedProps = { faqId: string | null; threadId: string | null; onStored: (faqId: string) => void };

function Loaded({ faqId, threadId, onStored }: LoadedProps) {
  const isNew = faqId === null;
  const owners = useRead(listFaqOwners, {});
  const me = useRead(getMe, {});
  const stored = useRead(openFaq, { faqId: faqId ?? '' }, { enabled: !isNew });
  const proposal = useRead(proposeFaq, { threadId: threadId ?? '' }, { enabled: isNew && threadId !== null });
  const isWaiting = (!isNew && !stored.data) || (isNew && threadId !== null && !proposal.data);
  if (!owners.data || !me.data || isWaiting) {
    const failure = stored.failure ?? proposal.failure ?? owners.failure ?? me.failure;
    const reads = [owners, me, ...(isNew ? [] : [stored]), ...(isNew && threadId ? [proposal] : [])];
    const retry = () => void Promise.all(reads.map((read) => read.refresh()));
    return (
      <Screen title="问答">
        {failure ? <FailureNote failure={failure} onRetry={retry} /> : <Skeleton rows={5} />}
      </Screen>
    );
  }
  const first = { ...BLANK, ...(proposal.data ?? {}), ownerId: me.data.personId };
  return (
    <Editor
      saved={stored.data ?? null}
      first={{ ...BLANK, question: first.question, answer: first.answer, ownerId: first.ownerId }}
      threadId={threadId}
      maskedCount={proposal.data?.maskedCount ?? null}
      owners={owners.data.items}
      onStored={onStored}
    />
  );
}

type EditorProps = {
  saved: FaqSheet | null;
  first: FaqForm;
  threadId: string | null;
  maskedCount: number | null;
  owners: readonly { readonly personId: string; readonly name: string }[];
  onStored: (faqId: string) => void;
};

function Editor({ saved, first, threadId, maskedCount, owners, onStored }: EditorProps) {
  const editor = useFaqEditor({ saved, first, threadId });
  const told = (words: string, andThen: (sheet: FaqSheet) => void) => (done: Result<FaqSheet, string>) => {
    if (!done.ok) return toast(done.error);
    toast(words, 'done');
    andThen(done.value);
  };
  const keepDraft = () =>
    void editor.saveDraft().then(told('草稿已保存', ({ card }) => onStored(card.faqId)));
  const publish = () => void editor.publish().then(told('已发布', () => goBack(LIST)));
  const isRetired = saved?.card.status === 'retired';
  const footer = (
    <Row>
      {editor.isLive ? null : (
        <Button tone="secondary" size="large" isBusy={editor.isBusy} onTap={keepDraft}>
          存草稿
        </Button>
      )}
      <Button className="hy-faq-edit__next" size="large" isDisabled={editor.isBusy} onTap={publish}>
        {editor.isLive ? '保存修改' : '发布'}
      </Button>
    </Row>
  );
  return (
    <Screen title={saved ? '问答' : '新增问答'} footer={isRetired ? null : footer}>
      <Stack gap="lg">
        <FaqNote saved={saved} maskedCount={maskedCount} />
        {saved ? <FaqKeeping sheet={saved} /> : null}
        {isRetired ? null : <FaqFields editor={editor} owners={owners} />}
        {saved ? (
          <Section title="经过">
            <FaqHistory history={saved.history} />
          </Section>
        ) : null}
      </Stack>
    </Screen>
  );
}
