import { getDeskTimes } from '@domain/desk/duty.actions';
import { getEmergencyTable } from '@domain/desk/matter.actions';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { EmergencyForm } from '@/features/duty/emergency-form';
import { TimesForm } from '@/features/duty/times-form';
import { useRead } from '@/services/queries';

/** 服务台设置: when the desk acts by itself, and what it takes for danger. */
export default function DeskTimesPage() {
  const times = useRead(getDeskTimes, {});
  const table = useRead(getEmergencyTable, {});
  const refresh = async () => void (await Promise.all([times.refresh(), table.refresh()]));
  const failure = times.failure ?? table.failure;
  return (
    <Screen title="服务台设置" onRefresh={refresh}>
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!times.data} />
        {times.isLoading && <Skeleton rows={3} />}
        {times.data && (
          <Section title="回复与提醒" hint="对以后的来信生效">
            <Card>
              <TimesForm key={times.data.version} times={times.data} />
            </Card>
          </Section>
        )}
        {table.data && (
          <Section title="紧急情况的词" hint="居民写到这些词，先看到急救电话，值班人员和书记马上收到提醒">
            <Card>
              <EmergencyForm key={table.data.version} table={table.data} />
            </Card>
          </Section>
        )}
      </Stack>
    </Screen>
  );
}
