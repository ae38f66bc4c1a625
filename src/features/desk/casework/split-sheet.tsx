import { useState } from 'react';
import { CASEWORK_LIMITS } from '@domain/desk/casework.schema';
import type { MessageView } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { MultiChoiceField } from '@/components/multi-choice-field';
import { Sheet } from '@/components/sheet';
import { toast } from '@/services/feedback';
import type { CaseMoves } from './use-case-moves';

const SHOWN_CHARS = 40;

type Props = {
  moves: CaseMoves;
  messages: readonly MessageView[];
  onOpenThread: (threadId: string) => void;
  onClose: () => void;
};

/** One conversation that speaks of two matters: the resident's words of one of them become a matter of their own. */
export function SplitSheet({ moves, messages, onOpenThread, onClose }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [isAsked, setAsked] = useState(false);
  const said = messages.filter(({ side }) => side === 'asker').slice(-CASEWORK_LIMITS.splitMax);
  const split = async () => {
    if (chosen.length === 0) return setAsked(true);
    const page = await moves.split(chosen);
    if (!page) return;
    toast('已另立一件', 'done');
    onClose();
    onOpenThread(page.thread.threadId);
  };
  return (
    <Sheet
      isOpen
      title="分出一件事"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={moves.isBusy} onTap={() => void split()}>
          另立一件办理
        </Button>
      }
    >
      {said.length === 0 ? (
        <Empty icon="chat" title="居民还没有说话" />
      ) : (
        <MultiChoiceField
          label="哪几句是另一件事？原来的话还留在这里"
          options={said.map(({ messageId, text, voice, place }) => ({
            value: messageId,
            text: [...(text || (voice ? '（语音）' : (place ?? '（图片）')))].slice(0, SHOWN_CHARS).join(''),
          }))}
          value={chosen}
          onChange={setChosen}
          fault={isAsked && chosen.length === 0 ? '请至少选一句' : undefined}
        />
      )}
    </Sheet>
  );
}
