import { useState } from 'react';
import { listColleagues } from '@domain/desk/note.actions';
import { CASEWORK_LIMITS } from '@domain/desk/casework.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { FailureNote } from '@/components/failure-note';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import { useRead } from '@/services/queries';
import type { CaseMoves } from './use-case-moves';

type Props = { moves: CaseMoves; thread: ThreadCard; onClose: () => void };

/** A matter goes to a named colleague, with a word why; the resident reads who goes on. */
export function TransferSheet({ moves, thread, onClose }: Props) {
  const { data, failure, refresh } = useRead(listColleagues, {}, { staleMs: 10 * MINUTE });
  const [toPersonId, setTo] = useState<string | null>(null);
  const reason = useDraft(`transfer.${thread.threadId}`, '');
  const [isAsked, setAsked] = useState(false);
  const colleagues = (data?.items ?? []).filter(({ personId }) => personId !== thread.taker?.personId);
  const words = reason.value.trim();
  const give = async () => {
    if (!toPersonId || words.length < 2) return setAsked(true);
    if (!(await moves.transfer({ toPersonId, reason: words }))) return;
    reason.clear();
    onClose();
  };
  return (
    <Sheet
      isOpen
      title="转交同事"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void give()}>
          转交
        </Button>
      }
    >
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {!data && !failure && <Skeleton rows={2} />}
        {data && (
          <ChoiceField
            label="转给谁"
            options={colleagues.map(({ personId, name, isOnDuty }) => ({
              value: personId,
              text: isOnDuty ? `${name}（值班）` : name,
            }))}
            value={toPersonId}
            onPick={setTo}
            fault={isAsked && !toPersonId ? '请选一位同事' : undefined}
            required
          />
        )}
        <TextAreaField
          label="为什么转交（只有同事看到）"
          value={reason.value}
          onInput={reason.set}
          placeholder="比如：他家的网格归您，前因您最清楚"
          maxLength={CASEWORK_LIMITS.reasonMax}
          minRows={2}
          fault={isAsked && words.length < 2 ? '写一句为什么，至少两个字' : undefined}
          required
        />
      </Stack>
    </Sheet>
  );
}
