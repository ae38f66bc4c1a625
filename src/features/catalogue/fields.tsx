import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Option } from '@/components/chips';
import { ChoiceField } from '@/components/choice-field';
import { Field } from '@/components/field';
import { MultiChoiceField } from '@/components/multi-choice-field';
import { PickField } from '@/components/pick-field';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import { entry, type Entry } from './entry';

const PLACES: readonly Option[] = [
  { value: 'home', text: '家里' },
  { value: 'hall', text: '活动室' },
  { value: 'yard', text: '小区花园' },
];
/** 22 November 2026, 9:00 in China, in epoch ms. */
const CHOSEN = 1_795_309_200_000;

type Shown = { start?: string; fault?: string; required?: boolean };

function Line({ start = '', ...shown }: Shown) {
  const [value, setValue] = useState(start);
  return (
    <TextField label="怎么称呼您" value={value} onInput={setValue} placeholder="例如：张阿姨" {...shown} />
  );
}

function Lines({ start = '', ...shown }: Shown) {
  const [value, setValue] = useState(start);
  return (
    <TextAreaField
      label="说说您的心愿"
      value={value}
      onInput={setValue}
      placeholder="想请邻居帮什么忙"
      maxLength={200}
      minRows={2}
      {...shown}
    />
  );
}

function One({ start = '', ...shown }: Shown) {
  const [value, setValue] = useState(start);
  return <ChoiceField label="在哪里见面" options={PLACES} value={value} onPick={setValue} {...shown} />;
}

function Some() {
  const [value, setValue] = useState(['home']);
  return <MultiChoiceField label="哪里都行" options={PLACES} value={value} onChange={setValue} />;
}

function FromList({ start = '', ...shown }: Shown) {
  const [value, setValue] = useState(start);
  return <PickField label="楼栋" options={PLACES} value={value} onPick={setValue} {...shown} />;
}

function When({ start = 0, fault }: { start?: number; fault?: string }) {
  const [value, setValue] = useState(start);
  return <WhenField label="什么时候开始" value={value} onPick={setValue} fault={fault} />;
}

export const FIELDS: readonly Entry[] = [
  entry('field', '一个问题', {
    有说明: () => (
      <Field label="楼里的事" note="只有社区工作人员看得到" required>
        <Text>这里放回答的地方</Text>
      </Field>
    ),
  }),
  entry('text-field', '写一行', {
    空着: () => <Line required />,
    写好了: () => <Line start="张桂兰" />,
    写错了: () => <Line start="1" fault="名字至少两个字" />,
  }),
  entry('text-area-field', '写几行', {
    空着: () => <Lines />,
    写好了: () => <Lines start="家里的灯坏了，够不着。" />,
    写错了: () => <Lines fault="还没有填写" required />,
  }),
  entry('choice-field', '选一个', {
    没选: () => <One required />,
    选好了: () => <One start="hall" />,
    没选就提交: () => <One fault="请选一个" />,
  }),
  entry('multi-choice-field', '选几个', { 选了一个: () => <Some /> }),
  entry('pick-field', '从单子里选', {
    没选: () => <FromList />,
    选好了: () => <FromList start="home" />,
    没选就提交: () => <FromList fault="请选择楼栋" required />,
  }),
  entry('when-field', '哪天几点', {
    没选: () => <When />,
    选好了: () => <When start={CHOSEN} />,
    选错了: () => <When start={CHOSEN} fault="不能早于现在" />,
  }),
];
