import { Text } from '@tarojs/components';
import type { WishView } from '@domain/wishes/wish.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import type { WishMoving } from './use-wish-moves';

/** For those the words are between: others do not see them yet, and who has to read them. */
export function HeldWords({ wish, moves }: { wish: WishView; moves: WishMoving }) {
  if (!wish.heldWords || wish.heldWords.length === 0) return null;
  const what = wish.heldWords.includes('thanks') ? '感谢的话' : '留言';
  return (
    <Card tone="waiting">
      <Stack gap="sm">
        <Text>{`这里的${what}，社区看过后其他邻居才能看到。`}</Text>
        {wish.moves.includes('vouch') ? (
          <Button block isBusy={moves.isPending} onTap={() => void moves.vouch()}>
            看过了，可以公开
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}
