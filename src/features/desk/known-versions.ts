import { useMemo } from 'react';
import type { ThreadCard } from '@domain/desk/thread.schema';
import type { LiveChange } from '@/services/live';

/**
 * Which version of each thread this screen has. A sync looks back a little, because servers' clocks differ, so it
 * tells again what is known already; `newsIn` leaves only what is not.
 */
export const useKnownVersions = () => useMemo(createKnownVersions, []);

function createKnownVersions() {
  const versions = new Map<string, number>();
  return {
    learn(cards: readonly ThreadCard[]) {
      for (const { threadId, version } of cards) {
        versions.set(threadId, Math.max(version, versions.get(threadId) ?? 0));
      }
    },
    /** Whether a change the server tells of is not known yet; of anything but a thread, nothing is. */
    isNews: ({ _id, version }: LiveChange): boolean =>
      _id === undefined || version === undefined || version > (versions.get(_id) ?? 0),
    newsIn: (cards: readonly ThreadCard[]): readonly ThreadCard[] =>
      cards.filter(({ threadId, version }) => version > (versions.get(threadId) ?? 0)),
  };
}

/** The instant up to which these cards tell everything: where a sync goes on. @returns epoch ms, 0 for none. */
export const cursorOf = (cards: readonly ThreadCard[]): number =>
  cards.reduce((newest, { updatedAt }) => Math.max(newest, updatedAt), 0);
