import { hasRole } from '@domain/kernel/roles';
import { getMe } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** The way to who looked at what was not theirs to look after, at one conversation or all; for the secretary alone. */
export function WhoLooked({ threadId }: { threadId?: string }) {
  const { data: me } = useRead(getMe, {});
  if (!me || !hasRole(me, ['secretary'])) return null;
  return (
    <Button
      tone="quiet"
      block
      onTap={() => go('/pages/figures/visits/index', threadId === undefined ? {} : { threadId })}
    >
      {threadId === undefined ? '谁看过不归自己办的会话' : '谁看过这件事'}
    </Button>
  );
}
