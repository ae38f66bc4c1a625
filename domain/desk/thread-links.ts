import { appendHistory, withEffect, type Actor } from '../kernel/record';
import { CASEWORK_LIMITS, LINK_RELATION_WORDS, type ThreadLink } from './casework.schema';
import { withSystemLine } from './thread-messages';
import type { Thread } from './thread.schema';

type To = Pick<ThreadLink, 'relation' | 'area' | 'id' | 'title' | 'isShared'>;

const isSame = (one: Pick<To, 'area' | 'id'>, other: Pick<To, 'area' | 'id'>): boolean =>
  one.area === other.area && one.id === other.id;

/** Whether a matter is tied to another record already, in whatever way. */
export const isLinked = (thread: Thread, to: Pick<To, 'area' | 'id'>): boolean =>
  (thread.links ?? []).some((link) => isSame(link, to));

/** The thread with one more link; one it has already leaves it as it is. `line` is what both sides read of it. */
export function withLink(thread: Thread, to: To, by: Actor, now: number, line = ''): Thread {
  const links = thread.links ?? [];
  if (links.some((link) => link.relation === to.relation && isSame(link, to))) return thread;
  if (links.length >= CASEWORK_LIMITS.linksMax) return thread;
  const linked: Thread = {
    ...thread,
    version: thread.version + 1,
    updatedAt: now,
    links: [...links, { ...to, byName: by.name, at: now }],
    history: appendHistory(thread.history, {
      move: 'link',
      from: thread.status,
      to: thread.status,
      by: { personId: by.personId, name: by.name },
      at: now,
      note: `${LINK_RELATION_WORDS[to.relation]}：${to.title}`,
    }),
  };
  return line === '' ? linked : withSystemLine(linked, line, now);
}

/** The other end of a link, to be set by the relay under an id that follows from both ends. */
export const withLinkAt = (thread: Thread, threadId: string, to: To, by: Actor, now: number, line = '') =>
  withEffect(thread, {
    id: `${thread._id}-${to.relation}-${threadId}`,
    effect: 'desk.link',
    payload: {
      communityId: thread.communityId,
      threadId,
      relation: to.relation,
      area: to.area,
      id: to.id,
      title: to.title,
      isShared: to.isShared ? 1 : 0,
      byId: by.personId,
      byName: by.name,
      line,
    },
    at: now,
  });
