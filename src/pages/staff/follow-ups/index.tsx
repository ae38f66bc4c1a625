import { Text, View } from '@tarojs/components';
import { listFollowUps } from '@domain/desk/matter.actions';
import type { OutputOf } from '@domain/kernel/action';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';
import '@/features/duty/lines.scss';

/** 回访: whom to call because they have not confirmed, and how matters ended lately. */
export default function FollowUpsPage() {
  const now = useNow(MINUTE);
  const { data, failure, isLoading, refresh } = useRead(listFollowUps, {});
  return (
    <Screen title="电话回访" onRefresh={refresh}>
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
        {isLoading && <Skeleton rows={3} />}
        {data && <Ended ended={data.ended} />}
        {data && (
          <Section title="等回访的居民" hint="办结后几天没有确认，打个电话问一声">
            {data.items.length === 0 && <Empty icon="check" title="都回访过了" />}
            <View>
              {data.items.map(({ threadId, title, who, resolvedAt, takerName }) => (
                <Tap
                  key={threadId}
                  className="hy-item"
                  label={`${who}：${title}，去回访`}
                  onTap={() => go('/pages/staff/thread/index', { threadId })}
                >
                  <Text className="hy-item__title">{title}</Text>
                  <Text className="hy-item__hint">{who}</Text>
                  <Text className="hy-item__hint">{`${takerName} ${formatAgo(resolvedAt, now)}办结，居民没有确认`}</Text>
                </Tap>
              ))}
            </View>
          </Section>
        )}
      </Stack>
    </Screen>
  );
}

/** "Fixed" is what residents said themselves; "closed" merely ended. The two are never added up. */
const Ended = ({ ended }: { ended: OutputOf<typeof listFollowUps>['ended'] }) => (
  <Section title="最近30天怎么结束的">
    <Card>
      <Stack>
        <Figures
          figures={[
            ['居民确认解决', ended.fixedCount],
            ['没有确认、到期结束', ended.closedCount],
          ]}
        />
        <Figures
          figures={[
            ['满意', ended.goodCount],
            ['基本满意', ended.fairCount],
            ['不满意', ended.badCount],
          ]}
        />
      </Stack>
    </Card>
  </Section>
);

const Figures = ({ figures }: { figures: readonly (readonly [name: string, count: number])[] }) => (
  <View className="hy-figures">
    {figures.map(([name, count]) => (
      <View key={name} className="hy-figures__figure">
        <Text className="hy-figures__count">{count}</Text>
        <Text className="hy-figures__name">{name}</Text>
      </View>
    ))}
  </View>
);
