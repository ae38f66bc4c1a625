import { Text } from '@tarojs/components';
import { DataTable, type Column } from '@/components/data-table';
import { OnWide } from '@/components/on-wide';
import { ReadAloud } from '@/components/read-aloud';
import { Stack } from '@/components/stack';
import { VoiceInput } from '@/components/voice-input';
import { entry, nothing, type Entry } from './entry';

type Row = { readonly title: string; readonly count: number };

const COLUMNS: readonly Column<Row>[] = [
  { name: '活动', cell: ({ title }) => title, isWide: true },
  { name: '报名', cell: ({ count }) => count },
];
const ROWS: readonly Row[] = [
  { title: '周六义诊', count: 18 },
  { title: '手工课', count: 9 },
];

const table = (rows: readonly Row[], isComplete: boolean) => () => (
  <DataTable
    title="活动报名"
    columns={COLUMNS}
    rows={rows}
    keyOf={({ title }) => title}
    isComplete={isComplete}
    onOpen={nothing}
  />
);

/** What there is only on some devices: wide windows, those that can speak, those that can listen. */
export const BY_DEVICE: readonly Entry[] = [
  entry('data-table', '表格（宽屏）', {
    都在: table(ROWS, true),
    还在取: table(ROWS, false),
    没有记录: table([], true),
  }),
  entry('on-wide', '宽屏另外排', {
    随窗口: () => <OnWide wide={<Text>窗口宽，这里放表格</Text>}>{<Text>窗口窄，这里放卡片</Text>}</OnWide>,
  }),
  entry('read-aloud', '朗读', {
    这台设备能朗读时有按钮: () => (
      <Stack gap="xs">
        <Text>明天上午九点停水，请提前存水。</Text>
        <ReadAloud words="明天上午九点停水，请提前存水。" about="停水提示" />
      </Stack>
    ),
  }),
  entry('voice-input', '说话代替打字', {
    能听写时是按钮: () => (
      <VoiceInput onWords={nothing}>
        <Text>这台设备不能听写，这里是别的办法</Text>
      </VoiceInput>
    ),
  }),
];
