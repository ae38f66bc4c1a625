import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { recordAnswer } from '@domain/notices/notice.actions';
import {
  NOTICE_LIMITS,
  type AnswerStatus,
  type HouseholdReach,
  type NoticeView,
} from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { FailureNote } from '@/components/failure-note';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';
import { REACH_WORDS } from './reach';
import './record-sheet.scss';

const CHOICES = [
  { value: 'acknowledged', text: REACH_WORDS.acknowledged },
  { value: 'needsHelp', text: REACH_WORDS.needsHelp },
] as const;

type RecordSheetProps = { notice: NoticeView; household: HouseholdReach; onClose: () => void };

/** Takes down what a household said at the door or on the phone. Typed words stay until they are stored. */
export function RecordSheet({ notice, household, onClose }: RecordSheetProps) {
  const { noticeId, revision } = notice;
  const draft = useDraft(`notice.record.${noticeId}.${household.householdId}`, household.note);
  const [answer, setAnswer] = useState<AnswerStatus | null>(household.answer);
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, failure } = useAction(recordAnswer, { refresh: ['notice'] });
  const record = async () => {
    if (!answer) return setMissing(true);
    const note = draft.value.trim();
    const { householdId } = household;
    const done = await run({ noticeId, householdId, revision, answer, ...(note ? { note } : {}) });
    // The sentence stays on the sheet; what it speaks about is read again behind it.
    if (!done.ok) return refreshReads(['notice']);
    draft.clear();
    if (done.value.answer === answer) toast('已登记', 'done');
    else toast('已登记。这户有人在手机上说需要帮助，要本人改成“已知晓”才会变');
    onClose();
  };
  return (
    <Sheet
      isOpen
      title={household.homeLabel}
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={isPending} onTap={() => void record()}>
          登记
        </Button>
      }
    >
      <Stack>
        <View>
          <Text className="hy-record__who">
            {household.members.length > 0
              ? `这户在用小程序的有：${household.members.join('、')}`
              : '这户没人用小程序'}
          </Text>
          <Text className="hy-record__who">上门或打电话问到的，记在这里，会写上是您登记的。</Text>
        </View>
        <ChoiceField
          label="这户人家怎么说"
          options={CHOICES}
          value={answer}
          onPick={(picked) => {
            setAnswer(picked);
            setMissing(false);
          }}
          fault={isMissing ? '请选一项' : undefined}
        />
        <TextAreaField
          label="补充一句（可以不写）"
          value={draft.value}
          onInput={draft.set}
          placeholder="比如：老人独自在家，需要帮忙提水"
          maxLength={NOTICE_LIMITS.noteMax}
          minRows={2}
        />
        <FailureNote failure={failure} />
      </Stack>
    </Sheet>
  );
}
