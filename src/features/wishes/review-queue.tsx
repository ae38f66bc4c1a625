import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { formatAgo } from '@domain/kernel/time';
import { WISH_CATEGORY_LABELS, type WishView } from '@domain/wishes/wish.schema';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { ReviewCard } from './review-card';
import './review-queue.scss';

/** Cards waiting for staff, one open at a time; when it is dealt with, the next opens. */
export function ReviewQueue({ wishes }: { wishes: readonly WishView[] }) {
  const now = useNow(60_000);
  const [openId, setOpenId] = useState<string | null>(null);
  const openNextAfter = (wishId: string) => {
    const index = wishes.findIndex((wish) => wish.wishId === wishId);
    setOpenId(wishes[index + 1]?.wishId ?? null);
  };
  return (
    <Stack>
      {wishes.map((wish) => {
        const isOpen = wish.wishId === openId;
        return (
          <Card key={wish.wishId}>
            <Head
              wish={wish}
              now={now}
              isOpen={isOpen}
              onTap={() => setOpenId(isOpen ? null : wish.wishId)}
            />
            {isOpen ? <ReviewCard wish={wish} onDone={() => openNextAfter(wish.wishId)} /> : null}
          </Card>
        );
      })}
    </Stack>
  );
}

type HeadProps = { wish: WishView; now: number; isOpen: boolean; onTap: () => void };

function Head({ wish, now, isOpen, onTap }: HeadProps) {
  return (
    <Tap className="hy-review-head" label={`${isOpen ? '收起' : '审核'}：${wish.title}`} onTap={onTap}>
      <View className="hy-review-head__line">
        <Text className="hy-review-head__meta">
          {`${WISH_CATEGORY_LABELS[wish.category]} · ${formatAgo(wish.submittedAt, now)}`}
        </Text>
        <Text className="hy-review-head__open">{isOpen ? '收起' : '审核'}</Text>
      </View>
      <Text className="hy-review-head__title">{wish.title}</Text>
      {wish.detail ? <Text className="hy-review-head__detail">{wish.detail}</Text> : null}
    </Tap>
  );
}
