import { Text, View } from '@tarojs/components';
import { listPromises } from '@domain/desk/matter.actions';
import { isLate } from '@domain/desk/promise.schema';
import { formatWhen, MINUTE } from '@domain/kernel/time';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';
import '@/features/duty/lines.scss';

/** 承诺: what the desk has promised and not kept yet, whoever promised it; the next one due first. */
export default function PromisesPage() {
  const now = useNow(MINUTE);
  const { data, failure, isLoading, refresh } = useRead(listPromises, {});
  return (
    <Screen title="待兑现的承诺" onRefresh={refresh}>
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
        {isLoading && <Skeleton rows={3} />}
        {data?.items.length === 0 && (
          <Empty icon="check" title="答应居民的都做到了" hint="回复时点“记成承诺”，到时会提醒" />
        )}
        <View>
          {data?.items.map(({ threadId, title, who, promise }) => (
            <Tap
              key={promise.promiseId}
              className="hy-item"
              label={`${promise.words}，${formatWhen(promise.dueAt)} 前，${who}`}
              onTap={() => go('/pages/staff/thread/index', { threadId })}
            >
              <StatusTag tone={isLate(promise, now) ? 'danger' : 'active'}>
                {isLate(promise, now) ? '已超时' : `${formatWhen(promise.dueAt)} 前`}
              </StatusTag>
              <Text className="hy-item__title">{promise.words}</Text>
              <Text className="hy-item__hint">{`${who} · ${title}`}</Text>
              <Text className="hy-item__hint">{`${promise.byName} ${formatWhen(promise.madeAt)} 承诺`}</Text>
            </Tap>
          ))}
        </View>
      </Stack>
    </Screen>
  );
}
