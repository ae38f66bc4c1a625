import { useState } from 'react';
import { checkFaq, restoreFaq, retireFaq } from '@domain/desk/faq-keeping.actions';
import type { FaqSheet } from '@domain/desk/faq-keeping.schema';
import { DAY } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { PickList } from '@/components/pick-field';
import { ReasonSheet } from '@/components/reason-sheet';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { useNow } from '@/services/clock';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import { reviewOptions } from './faq-words';

const READS = { refresh: ['faq'] } as const;

/** What a keeper does with an entry besides editing: says it is still true, takes it away, brings it back. */
export function FaqKeeping({ sheet }: { sheet: FaqSheet }) {
  const now = useNow(DAY);
  const [asking, setAsking] = useState<'check' | 'retire' | null>(null);
  const checking = useAction(checkFaq, READS);
  const retiring = useAction(retireFaq, READS);
  const restoring = useAction(restoreFaq, READS);
  const { faqId } = sheet.card;
  const can = (move: string) => sheet.moves.includes(move);
  const tell = (words: string) => (done: { ok: boolean; error?: { words: string } }) => {
    toast(done.ok ? words : (done.error?.words ?? ''), done.ok ? 'done' : 'warn');
    if (done.ok) setAsking(null);
  };
  return (
    <>
      <Row>
        {can('check') ? (
          <Button tone="done" isBusy={checking.isPending} onTap={() => setAsking('check')}>
            今天已核对
          </Button>
        ) : null}
        {can('retire') ? (
          <Button tone="quiet" onTap={() => setAsking('retire')}>
            停用
          </Button>
        ) : null}
        {can('restore') ? (
          <Button
            tone="secondary"
            isBusy={restoring.isPending}
            onTap={() => void restoring.run({ faqId }).then(tell('已恢复'))}
          >
            恢复为草稿
          </Button>
        ) : null}
      </Row>
      <Sheet isOpen={asking === 'check'} title="下次什么时候再核对？" onClose={() => setAsking(null)}>
        <PickList
          name="review"
          options={reviewOptions(now, '')}
          value=""
          onPick={(reviewOn) => void checking.run({ faqId, reviewOn }).then(tell('已核对'))}
        />
      </Sheet>
      <ReasonSheet
        isOpen={asking === 'retire'}
        title="停用这条问答"
        label="为什么停用"
        placeholder="如：政策已调整，新的一条已发布"
        confirmText="停用"
        isBusy={retiring.isPending}
        onConfirm={(reason) => void retiring.run({ faqId, reason }).then(tell('已停用'))}
        onClose={() => setAsking(null)}
      />
    </>
  );
}
