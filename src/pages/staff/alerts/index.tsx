import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { listAlerts, seeAlerts } from '@domain/desk/duty.actions';
import { MINUTE } from '@domain/kernel/time';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { AlertLine } from '@/features/duty/alert-line';
import { PushAllowance } from '@/features/duty/push-allowance';
import { call } from '@/services/call';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** 值班提醒: what the desk told me, the newest first. Opening the page means having seen it. */
export default function AlertsPage() {
  const now = useNow(MINUTE);
  const { data, failure, isLoading, refresh } = useRead(listAlerts, {});
  const newest = data?.items[0]?.at ?? 0;
  const isNew = (data?.unseenCount ?? 0) > 0;
  useEffect(() => {
    // A mark that does not arrive is made again when the page is opened again.
    if (isNew) void call(seeAlerts, { upTo: newest });
  }, [isNew, newest]);
  return (
    <Screen title="值班提醒" onRefresh={refresh}>
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
        {isLoading && <Skeleton rows={3} />}
        <PushAllowance />
        {data?.items.length === 0 && <Empty icon="check" title="没有提醒" hint="轮到您时，会出现在这里" />}
        <View>
          {data?.items.map((alert) => (
            <AlertLine key={alert.alertId} alert={alert} now={now} onOpen={go} />
          ))}
        </View>
      </Stack>
    </Screen>
  );
}
