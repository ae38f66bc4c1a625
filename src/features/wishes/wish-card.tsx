import { Text } from '@tarojs/components';
import type { WishView } from '@domain/wishes/wish.schema';
import { Tap } from '@/components/tap';
import { WishPaper } from './wish-paper';
import { WishStamp } from './wish-stamp';
import { ownPart, spokenCard } from './wish-words';
import './wish-card.scss';

/** A wish on the wall; a tap opens it. */
export function WishCard({ wish, onTap }: { wish: WishView; onTap: () => void }) {
  return (
    <Tap className="hy-wish-card" label={spokenCard(wish)} onTap={onTap}>
      <WishPaper title={wish.title} detail={wish.detail} category={wish.category} size="wall">
        <Aside wish={wish} />
        <WishStamp status={wish.status} />
      </WishPaper>
    </Tap>
  );
}

/** The small words at the foot of a card: the reader's own part in it, else an invitation. */
function Aside({ wish }: { wish: WishView }) {
  const own = ownPart(wish);
  if (own) return <Text className="hy-wish-card__own">{own}</Text>;
  if (wish.status !== 'open') return null;
  return <Text className="hy-wish-card__invite">等您认领</Text>;
}
