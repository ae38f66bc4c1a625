import type { WishView } from '@domain/wishes/wish.schema';
import { Button } from '@/components/button';
import { go } from '@/services/navigate';

/** To the conversation a wish was made of; the cloud tells staff alone that there is one. */
export function SourceWay({ link }: Pick<WishView, 'link'>) {
  if (link?.area !== 'desk') return null;
  const { id: threadId } = link;
  return (
    <Button tone="quiet" onTap={() => go('/pages/staff/thread/index', { threadId })}>
      看原来的会话
    </Button>
  );
}
