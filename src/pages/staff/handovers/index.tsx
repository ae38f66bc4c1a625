import { View } from '@tarojs/components';
import { listHandovers } from '@domain/desk/duty.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { HandoverLine } from '@/features/duty/handover-line';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** 交接班: every change of hands, the newest first; signed sheets stay. */
export default function HandoversPage() {
  const { data, failure, isLoading, refresh } = useRead(listHandovers, {});
  return (
    <Screen title="交接班" onRefresh={refresh}>
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
        {isLoading && <Skeleton rows={3} />}
        {data?.items.length === 0 && (
          <Empty icon="list" title="还没有交接单" hint="换班前半小时会自动备好，列出要交的事" />
        )}
        <View>
          {data?.items.map((sheet) => (
            <HandoverLine
              key={sheet.handoverId}
              sheet={sheet}
              onTap={() => go('/pages/staff/handover/index', { handoverId: sheet.handoverId })}
            />
          ))}
        </View>
      </Stack>
    </Screen>
  );
}
