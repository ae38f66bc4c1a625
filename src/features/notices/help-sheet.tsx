import { Text } from '@tarojs/components';
import { NOTICE_LIMITS } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import './help-sheet.scss';

type HelpSheetProps = {
  isOpen: boolean;
  noticeId: string;
  isBusy: boolean;
  fault?: string | undefined;
  /** Resolves to whether the answer arrived; the sheet closes only then. */
  onSend: (note: string) => Promise<boolean>;
  onClose: () => void;
};

/** Asking for help takes one tap here; a sentence may be added. What was typed stays on the phone until it is sent. */
export function HelpSheet({ isOpen, noticeId, isBusy, fault, onSend, onClose }: HelpSheetProps) {
  const draft = useDraft(`notice.help.${noticeId}`, '');
  const send = async () => {
    if (!(await onSend(draft.value))) return;
    draft.clear();
    onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      title="需要帮助"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={isBusy} onTap={() => void send()}>
          告诉值班人员
        </Button>
      }
    >
      <Stack>
        <Text className="hy-help__promise">值班人员会马上联系您。人有危险时，请直接拨打 119、120。</Text>
        <TextAreaField
          label="需要什么帮助（可以不写）"
          value={draft.value}
          onInput={draft.set}
          placeholder="比如：家里有行动不便的老人，需要帮忙提水"
          maxLength={NOTICE_LIMITS.noteMax}
          fault={fault}
        />
      </Stack>
    </Sheet>
  );
}
