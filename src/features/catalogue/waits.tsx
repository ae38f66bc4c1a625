import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Skeleton } from '@/components/skeleton';
import { entry, nothing, type Entry } from './entry';

export const WAITS: readonly Entry[] = [
  entry('skeleton', '正在来的路上', { 两张: () => <Skeleton rows={2} /> }),
  entry('empty', '还没有', {
    只说明: () => <Empty title="这里还没有活动" hint="有了会第一时间告诉您" icon="activity" />,
    能做什么: () => (
      <Empty
        title="还没有心愿"
        hint="说一个，邻居们都看得到"
        scene="wish"
        action={{ label: '许个心愿', onTap: nothing }}
      />
    ),
  }),
  entry('failure-note', '没办成', {
    能再试: () => (
      <FailureNote
        failure={{ code: 'NETWORK', words: '没有连上网，写的都还在', requestId: null }}
        onRetry={nothing}
      />
    ),
    整页没连上: () => (
      <FailureNote
        failure={{ code: 'NETWORK', words: '写的都还在，恢复后请重试', requestId: null }}
        onRetry={nothing}
        isAlone
      />
    ),
    我们出了错: () => (
      <FailureNote
        failure={{ code: 'INTERNAL', words: '我们这边出了点问题，请稍后再试', requestId: '3f6a1c20-77' }}
      />
    ),
  }),
];
