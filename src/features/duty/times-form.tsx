import { Text } from '@tarojs/components';
import { useState } from 'react';
import { setDeskTimes } from '@domain/desk/duty.actions';
import type { DeskTimesView } from '@domain/desk/desk-times';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Stack } from '@/components/stack';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';

type Name = Exclude<keyof DeskTimesView, 'version' | 'canSet'>;
type Question = {
  readonly name: Name;
  readonly label: string;
  readonly unit: string;
  readonly choices: readonly number[];
};

const QUESTIONS: readonly Question[] = [
  { name: 'replyWithinMinutes', label: '承诺多久内回复居民', unit: '分钟', choices: [5, 10, 15, 20, 30] },
  {
    name: 'otherAfterMinutes',
    label: '没人回复，多久后提醒另一位值班人员',
    unit: '分钟',
    choices: [2, 3, 5, 10],
  },
  {
    name: 'nextPairAfterMinutes',
    label: '还没人回复，多久后提醒下一班',
    unit: '分钟',
    choices: [5, 10, 15, 20],
  },
  {
    name: 'secretaryAfterMinutes',
    label: '还没人回复，多久后提醒书记',
    unit: '分钟',
    choices: [10, 15, 20, 30],
  },
  { name: 'warnDaysAhead', label: '提前几天提醒没人值班', unit: '天', choices: [3, 7, 14] },
  { name: 'followUpAfterDays', label: '办结几天没确认就电话回访', unit: '天', choices: [1, 2, 3, 5] },
  { name: 'contactsKeptDays', label: '办完多少天后清除联系方式', unit: '天', choices: [30, 90, 180, 365] },
];

/** When the desk acts by itself. The secretary sets it, everybody may read it. */
export function TimesForm({ times }: { times: DeskTimesView }) {
  const [draft, setDraft] = useState(times);
  const set = useAction(setDeskTimes, { refresh: ['desk', 'duty', 'home', 'me'] });
  const isOrdered =
    draft.otherAfterMinutes < draft.nextPairAfterMinutes &&
    draft.nextPairAfterMinutes < draft.secretaryAfterMinutes;
  const save = async () => {
    const { version: _version, canSet: _canSet, ...input } = draft;
    const saved = await set.run(input);
    if (saved.ok) toast('已保存', 'done');
    else toast(saved.error.words);
  };
  if (!times.canSet) {
    return (
      <Stack gap="sm">
        {QUESTIONS.map(({ name, label, unit }) => (
          <Text key={name}>{`${label}：${times[name]}${unit}`}</Text>
        ))}
        <Text>由书记修改。</Text>
      </Stack>
    );
  }
  return (
    <Stack>
      {QUESTIONS.map(({ name, label, unit, choices }) => (
        <ChoiceField
          key={name}
          label={label}
          options={withStanding(choices, draft[name]).map((count) => ({
            value: String(count),
            text: `${count}${unit}`,
          }))}
          value={String(draft[name])}
          onPick={(value) => setDraft({ ...draft, [name]: Number(value) })}
        />
      ))}
      {!isOrdered && <Text>三次提醒要一次比一次晚，请调整。</Text>}
      <Button block size="large" isBusy={set.isPending} isDisabled={!isOrdered} onTap={() => void save()}>
        保存
      </Button>
    </Stack>
  );
}

const withStanding = (choices: readonly number[], standing: number): readonly number[] =>
  choices.includes(standing) ? choices : [...choices, standing].sort((a, b) => a - b);
