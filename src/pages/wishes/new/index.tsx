import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '@domain/wishes/wish.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { FaultCount } from '@/components/fault-count';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { CardFields, PhoneField } from '@/features/wishes/card-fields';
import { useWishForm } from '@/features/wishes/use-card-form';
import { WishPaper } from '@/features/wishes/wish-paper';
import { WishStamp } from '@/features/wishes/wish-stamp';
import { go, goBack } from '@/services/navigate';
import './index.scss';

export default function NewWishPage() {
  const [wish, setWish] = useState<WishView | null>(null);
  if (wish) return <Wished wish={wish} onAgain={() => setWish(null)} />;
  return <Write onDone={setWish} />;
}

function Write({ onDone }: { onDone: (wish: WishView) => void }) {
  const form = useWishForm();
  const send = async () => {
    const wish = await form.submit();
    if (wish) onDone(wish);
  };
  const { title, detail, category } = form.value;
  const fields = { value: form.value, onChange: form.change, faultOf: form.faultOf };
  return (
    <Screen
      title="许个心愿"
      scrollTo={form.jumpTo}
      footer={
        <Stack gap="sm">
          <FaultCount count={form.faultCount} />
          <FailureNote failure={form.faultCount > 0 ? null : form.failure} />
          {form.failure?.code === 'NOT_ALLOWED' ? (
            <Button tone="secondary" block onTap={() => go('/pages/people/bind/index')}>
              先绑定我家的住户
            </Button>
          ) : null}
          <Button size="large" block isBusy={form.isPending} onTap={send}>
            许下心愿
          </Button>
        </Stack>
      }
    >
      <Stack gap="lg">
        <WishPaper
          title={title || '写下您的小心愿'}
          detail={detail || '邻居们在墙上看到的，就是这张卡片'}
          category={category}
          size="letter"
        />
        <Card>
          <Stack gap="lg">
            <CardFields {...fields} />
            <PhoneField {...fields} />
          </Stack>
        </Card>
        <Text className="hy-new-wish__rule">
          微心愿只送实物和帮忙，不涉及钱款。遇到困难需要救助，请到服务台找值班人员。
        </Text>
      </Stack>
    </Screen>
  );
}

function Wished({ wish, onAgain }: { wish: WishView; onAgain: () => void }) {
  return (
    <Screen title="许个心愿">
      <Stack>
        <WishPaper title={wish.title} detail={wish.detail} category={wish.category} size="letter">
          <WishStamp status={wish.status} />
        </WishPaper>
        <View className="hy-new-wish__done" {...aria({ role: 'status' })}>
          <Text className="hy-new-wish__done-title">心愿收到了</Text>
          <Text className="hy-new-wish__done-words">
            社区工作人员看过后，会把卡片贴上心愿墙。有人认领、心愿实现，您都会看到。
          </Text>
        </View>
        <Button size="large" block onTap={() => go('/pages/wishes/detail/index', { wishId: wish.wishId })}>
          看看我的心愿
        </Button>
        <Button tone="secondary" block onTap={() => goBack('/pages/tabs/wishes/index')}>
          回到心愿墙
        </Button>
        <Button tone="quiet" block onTap={onAgain}>
          再许一个
        </Button>
      </Stack>
    </Screen>
  );
}
