import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card, type CardProps } from '@/components/card';
import { Fold } from '@/components/fold';
import { ReasonSheet } from '@/components/reason-sheet';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { entry, nothing, type Entry } from './entry';

const TONES: readonly (readonly [NonNullable<CardProps['tone']>, string])[] = [
  ['plain', '白纸：最常用'],
  ['warm', '暖色：请您看一眼'],
  ['waiting', '在等'],
  ['active', '在办'],
  ['done', '办好了'],
  ['danger', '要紧'],
  ['muted', '过去的事'],
];

function SheetToOpen() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button tone="secondary" onTap={() => setOpen(true)}>
        打开看看
      </Button>
      <Sheet
        isOpen={isOpen}
        title="选楼栋"
        onClose={close}
        footer={
          <Button block onTap={close}>
            好了
          </Button>
        }
      >
        <Text>从下面升起的一张纸，点旁边就收起。</Text>
      </Sheet>
    </>
  );
}

function ReasonToGive() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button tone="secondary" onTap={() => setOpen(true)}>
        写明原因
      </Button>
      <ReasonSheet
        isOpen={isOpen}
        title="退回这个心愿"
        label="为什么退回"
        placeholder="写给许愿的人看"
        confirmText="退回"
        onConfirm={close}
        onClose={close}
      />
    </>
  );
}

export const SURFACES: readonly Entry[] = [
  entry('card', '卡片', {
    七种底色: () => (
      <Stack gap="sm">
        {TONES.map(([tone, words]) => (
          <Card key={tone} tone={tone}>
            <Text>{words}</Text>
          </Card>
        ))}
      </Stack>
    ),
    整张能点: () => (
      <Card onTap={nothing} label="看这条通知">
        <Text>点一下看详情</Text>
      </Card>
    ),
  }),
  entry('section', '一节', {
    有更多: () => (
      <Section title="身边的活动" hint="走路十分钟以内" action={{ label: '全部', onTap: nothing }}>
        <Card>
          <Text>周六义诊</Text>
        </Card>
      </Section>
    ),
  }),
  entry('stack', '上下排', {
    五种间距: () => (
      <Stack gap="md">
        {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((gap) => (
          <Stack key={gap} gap={gap}>
            <Text>{gap}</Text>
            <Text>{gap}</Text>
          </Stack>
        ))}
      </Stack>
    ),
  }),
  entry('row', '左右排', {
    推到两头: () => (
      <Row isSpread>
        <Text>水管漏水</Text>
        <StatusTag tone="active">办理中</StatusTag>
      </Row>
    ),
  }),
  entry('fold', '可以收起的一段', {
    打开着: () => (
      <Fold id="catalogue-open" folded={null}>
        <Text>长长的会话里，离开屏幕的一段先收起来，留着它的位置。</Text>
      </Fold>
    ),
  }),
  entry('sheet', '升起的纸', { 打开: () => <SheetToOpen /> }),
  entry('reason-sheet', '请写一句', { 打开: () => <ReasonToGive /> }),
  entry('screen', '一整页', {
    带底栏: () => (
      <View className="hy-exhibit__screen">
        <Screen
          isOpen
          footer={
            <Button block onTap={nothing}>
              报名
            </Button>
          }
        >
          <Text>内容自己滚动，底栏一直在。</Text>
        </Screen>
      </View>
    ),
  }),
];
