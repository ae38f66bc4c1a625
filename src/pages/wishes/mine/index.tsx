import { useState } from 'react';
import { listMyWishes } from '@domain/wishes/wish.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { WishWall } from '@/features/wishes/wish-wall';
import { go, switchTo } from '@/services/navigate';
import { useRead } from '@/services/queries';

type Part = 'wished' | 'claimed';

export default function MyWishesPage() {
  const [part, setPart] = useState<Part>('wished');
  const mine = useRead(listMyWishes, {});
  const tabs: { value: Part; text: string }[] = [
    { value: 'wished', text: withCount('我许的', mine.data?.wished.length) },
    { value: 'claimed', text: withCount('我认领的', mine.data?.claimed.length) },
  ];
  const wishes = mine.data?.[part] ?? [];
  return (
    <Screen title="我的心愿" onRefresh={mine.refresh}>
      <Stack>
        <Tabs options={tabs} value={part} onPick={setPart} />
        {mine.failure?.code === 'NOT_ALLOWED' ? (
          <BindFirst />
        ) : (
          <FailureNote failure={mine.failure} onRetry={mine.refresh} isAlone={!mine.data} />
        )}
        {mine.isLoading ? <Skeleton rows={3} /> : null}
        {mine.data && wishes.length === 0 ? <Nothing part={part} /> : null}
        <WishWall
          isSingle
          wishes={wishes}
          onOpen={({ wishId }) => go('/pages/wishes/detail/index', { wishId })}
        />
      </Stack>
    </Screen>
  );
}

const withCount = (words: string, count: number | undefined): string => (count ? `${words} ${count}` : words);

const BindFirst = () => (
  <Empty
    icon="key"
    title="先绑定您家的住户"
    hint="绑定以后就能许愿，社区和邻居才好帮上忙。"
    action={{ label: '去绑定', onTap: () => go('/pages/people/bind/index') }}
  />
);

function Nothing({ part }: { part: Part }) {
  if (part === 'wished')
    return (
      <Empty
        scene="wish"
        title="您还没有许过愿"
        hint="家用电器、书包课本、搭把手的小忙，都可以写。"
        action={{ label: '许个心愿', onTap: () => go('/pages/wishes/new/index') }}
      />
    );
  return (
    <Empty
      scene="wish"
      title="您还没有认领心愿"
      hint="心愿墙上，有邻居正等着一双热心的手。"
      action={{ label: '去心愿墙看看', onTap: () => switchTo('/pages/tabs/wishes/index') }}
    />
  );
}
