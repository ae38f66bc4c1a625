import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Chips, type Option } from '@/components/chips';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { Tap } from '@/components/tap';
import { entry, nothing, type Entry } from './entry';

const TONES = ['primary', 'secondary', 'quiet', 'danger', 'done'] as const;
const SIZES = ['large', 'medium', 'small'] as const;
const ROOMS: readonly Option[] = [
  { value: 'repair', text: '修东西' },
  { value: 'company', text: '陪伴' },
  { value: 'errand', text: '跑腿' },
];

const tones = (state: { isBusy?: boolean; isDisabled?: boolean }) => () => (
  <Row isWrapping gap="sm">
    {TONES.map((tone) => (
      <Button key={tone} tone={tone} onTap={nothing} {...state}>
        提交
      </Button>
    ))}
  </Row>
);

function PickOne() {
  const [value, setValue] = useState('repair');
  return (
    <Chips
      label="想要哪一类"
      options={ROOMS}
      isMany={false}
      isChosen={(one) => one === value}
      onTap={setValue}
    />
  );
}

const PickedMany = () => (
  <Chips label="会做什么" options={ROOMS} isMany isChosen={(one) => one !== 'errand'} onTap={nothing} />
);

function Views() {
  const [value, setValue] = useState('mine');
  const options = [
    { value: 'mine', text: '待接', count: 3 },
    { value: 'open', text: '办理中' },
    { value: 'done', text: '已办结' },
    { value: 'all', text: '全部会话', count: 120 },
  ];
  return <Tabs options={options} value={value} onPick={setValue} />;
}

export const PRESSES: readonly Entry[] = [
  entry('button', '按钮', {
    五种用途: tones({}),
    正在办: tones({ isBusy: true }),
    现在不能点: tones({ isDisabled: true }),
    三种大小: () => (
      <Stack gap="sm">
        {SIZES.map((size) => (
          <Row key={size}>
            <Button size={size} onTap={nothing}>
              我已知晓
            </Button>
          </Row>
        ))}
        <Button block size="large" onTap={nothing}>
          一整行
        </Button>
      </Stack>
    ),
  }),
  entry('tap', '可以点的地方', {
    能点: () => (
      <Tap onTap={nothing}>
        <Text>按住会轻轻缩一下；用键盘时有框</Text>
      </Tap>
    ),
    不能点: () => (
      <Tap isDisabled onTap={nothing}>
        <Text>现在不能点</Text>
      </Tap>
    ),
  }),
  entry('chips', '并排的选项', { 选一个: () => <PickOne />, 选几个: () => <PickedMany /> }),
  entry('tabs', '分栏', { 有未读数: () => <Views /> }),
];
