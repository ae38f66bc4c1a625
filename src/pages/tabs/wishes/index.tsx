import { Text } from '@tarojs/components';
import { useState } from 'react';
import { listWall, type WallFilter } from '@domain/wishes/wish.actions';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Lead } from '@/components/lead';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { WishWall } from '@/features/wishes/wish-wall';
import { WALL_TABS } from '@/features/wishes/wish-words';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';
import './index.scss';

const NOTHING: Readonly<Record<WallFilter, { title: string; hint: string }>> = {
  open: { title: '墙上的心愿都有人认领了', hint: '家里有个小小的愿望？写下来，邻居们看得到。' },
  claimed: { title: '现在没有正在圆的心愿', hint: '去「待认领」看看，也许有您能帮上的。' },
  done: { title: '还没有实现的心愿', hint: '第一个圆梦的，也许就是您。' },
};

export default function WishesTab() {
  const [filter, setFilter] = useState<WallFilter>('open');
  const wall = usePages(listWall, { filter });
  return (
    <Screen
      tab
      title="心愿墙"
      onRefresh={wall.refresh}
      onEnd={wall.loadMore}
      footer={
        <Button size="large" block onTap={() => go('/pages/wishes/new/index')}>
          许个心愿
        </Button>
      }
    >
      <Stack gap="sm">
        <Lead
          title="小小心愿，邻居来圆"
          hint="卡片上不写姓名和住处"
          action={{ label: '我的心愿', onTap: () => go('/pages/wishes/mine/index') }}
        />
        <Tabs options={WALL_TABS} value={filter} onPick={setFilter} />
        {wall.isLoading ? <Skeleton rows={4} /> : null}
        {!wall.isLoading && !wall.failure && wall.items.length === 0 ? (
          <Empty scene="wish" {...NOTHING[filter]} />
        ) : null}
        <WishWall wishes={wall.items} onOpen={({ wishId }) => go('/pages/wishes/detail/index', { wishId })} />
        <FailureNote failure={wall.failure} onRetry={wall.refresh} isAlone={wall.items.length === 0} />
        {wall.items.length > 0 && !wall.failure ? (
          <Text className="hy-wishes-tab__end">{wall.hasMore ? '往下拉，还有更多心愿' : '都在这里了'}</Text>
        ) : null}
      </Stack>
    </Screen>
  );
}
