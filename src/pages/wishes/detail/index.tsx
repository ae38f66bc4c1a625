import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { getWish } from '@domain/wishes/wish.actions';
import type { WishView } from '@domain/wishes/wish.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Pennant } from '@/components/pennant';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { ContactBlanked, ContactCard } from '@/features/wishes/contact-card';
import { FulfilForm } from '@/features/wishes/fulfil-form';
import { HeldWords } from '@/features/wishes/held-words';
import { SourceWay } from '@/features/wishes/source-way';
import { StoryLine } from '@/features/wishes/story-line';
import { useWishMoves } from '@/features/wishes/use-wish-moves';
import { hasWishButtons, WishMoves } from '@/features/wishes/wish-moves';
import { WishPaper } from '@/features/wishes/wish-paper';
import { pennantOf } from '@/features/wishes/wish-pennant';
import { WishStamp } from '@/features/wishes/wish-stamp';
import { go, switchTo, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

export default function WishPage() {
  const { wishId = '' } = useParams<{ wishId: string }>();
  const wish = useRead(getWish, { wishId });
  if (wish.data) return <Wish wish={wish.data} onRefresh={wish.refresh} />;
  return (
    <Screen title="心愿" onRefresh={wish.refresh}>
      <FailureNote failure={wish.failure} onRetry={wish.refresh} isAlone />
      {wish.isLoading ? <Skeleton rows={4} /> : null}
    </Screen>
  );
}

const FULFIL_PLACE = 'wish-fulfil';

type Props = { wish: WishView; onRefresh: () => Promise<void> };

function Wish({ wish, onRefresh }: Props) {
  const moves = useWishMoves(wish.wishId);
  const [isFulfilling, setIsFulfilling] = useState(false);
  const pennant = pennantOf(wish);
  const isWriting = isFulfilling && wish.moves.includes('fulfil');
  const buttons = <WishMoves wish={wish} moves={moves} onFulfil={() => setIsFulfilling(true)} />;
  return (
    <Screen
      title="心愿"
      onRefresh={onRefresh}
      scrollTo={isWriting ? FULFIL_PLACE : undefined}
      footer={!isWriting && hasWishButtons(wish) ? buttons : null}
    >
      <Stack gap="lg">
        <WishPaper title={wish.title} detail={wish.detail} category={wish.category} size="letter">
          <WishStamp status={wish.status} />
        </WishPaper>
        {pennant ? <Pennant {...pennant} /> : null}
        <HeldWords wish={wish} moves={moves} />
        <FailureNote failure={moves.failure} />
        {moves.failure?.code === 'WISH_ALREADY_CLAIMED' ? (
          <Button tone="secondary" block onTap={() => switchTo('/pages/tabs/wishes/index')}>
            看看其他心愿
          </Button>
        ) : null}
        {isWriting ? (
          <View id={FULFIL_PLACE}>
            <FulfilForm wishId={wish.wishId} moves={moves} onClose={() => setIsFulfilling(false)} />
          </View>
        ) : null}
        {wish.canSeeContact && !wish.isMine ? <ContactCard wishId={wish.wishId} /> : null}
        {wish.isContactBlanked && !wish.isMine ? <ContactBlanked /> : null}
        <Section title="心愿的经过">
          <Card>
            <StoryLine wish={wish} />
          </Card>
        </Section>
        <SourceWay link={wish.link} />
        <WayOn wish={wish} />
      </Stack>
    </Screen>
  );
}

/** For staff the desk where it is reviewed, for a reader who cannot claim the reason and the way. */
function WayOn({ wish }: { wish: WishView }) {
  if (wish.moves.includes('publish'))
    return (
      <Button tone="secondary" block onTap={() => go('/pages/staff/wish-review/index')}>
        去审核
      </Button>
    );
  if (wish.status !== 'open' || wish.moves.length > 0 || wish.isMine) return null;
  return (
    <Card tone="warm">
      <Text>心愿由志愿者和网格员认领，联系方式只给认领的人看。想当志愿者？到服务台说一声就行。</Text>
    </Card>
  );
}
