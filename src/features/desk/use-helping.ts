import { useState } from 'react';
import { getHelped } from '@domain/desk/desk.actions';
import { useRead } from '@/services/queries';

/**
 * Somebody opened a link to write for a person of their household. Whom they may write for is the cloud's answer; until
 * it has come, and when it is no, the question is the writer's own. `end` makes it their own again.
 */
export function useHelping(helpFor: string | undefined) {
  const [isOver, setOver] = useState(false);
  const isHelping = Boolean(helpFor) && !isOver;
  const { data, failure, refresh } = useRead(getHelped, { personId: helpFor ?? '' }, { enabled: isHelping });
  return {
    helped: isHelping ? (data ?? null) : null,
    failure: isHelping ? failure : null,
    retry: () => void refresh(),
    end: () => setOver(true),
  };
}
export type Helping = ReturnType<typeof useHelping>;
