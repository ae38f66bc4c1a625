import type { Person } from '../kernel/person';
import { newRecord } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import type { MoveError } from '../kernel/workflow';
import { withOpening } from './asked-for';
import { withLink, withLinkAt } from './thread-links';
import { soughtWords } from './thread-messages';
import { moreSearchKeys } from './thread-search';
import { ask, rolesOn } from './thread.rules';
import type { Message, Thread } from './thread.schema';

const OPEN: readonly Thread['status'][] = ['waiting', 'taken', 'resolved'];

/**
 * Some of an asker's words become a matter of their own; they also stay where they were said. The new matter is made
 * first, under an id that follows from the words, and its outbox sets the link in the old one: made twice it is one.
 */
export function split(
  thread: Thread,
  said: readonly Message[],
  staff: Person,
  made: { readonly id: string; readonly replyWithinMinutes: number },
  now: number,
): Result<Thread, MoveError | 'MESSAGE_NOT_FOUND'> {
  if (!OPEN.includes(thread.status)) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  if (!rolesOn(thread, staff).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const [first] = said;
  if (!first || said.some(({ side }) => side !== 'asker')) return err('MESSAGE_NOT_FOUND');
  const { id, replyWithinMinutes } = made;
  const { text, photos, voice, place } = said.find((message) => message.text !== '') ?? first;
  const question = {
    id,
    messageId: `${id}-m1`,
    message: { text, photos: [...photos], voice, place },
    faqShown: [],
    replyWithinMinutes,
    link: null,
  };
  const begun: Thread = {
    ...ask(askerOf(thread), question, now),
    ...placeOf(thread),
    tail: said.map((message, index) => ({ ...message, messageId: `${id}-m${index + 1}`, seq: index + 1 })),
    messageCount: said.length,
    askerReadSeq: 0,
    history: newRecord({
      id,
      communityId: thread.communityId,
      by: staff,
      now,
      status: 'waiting',
      move: 'splitOff',
      note: thread.title,
    }).history,
  };
  const keys = said.reduce(
    (known, message) => moreSearchKeys(known, soughtWords(message)),
    begun.searchKeys ?? [],
  );
  const opened = withOpening({ ...begun, searchKeys: keys }, `从“${thread.title}”分出来单独办`);
  const end = ({ _id, title }: Thread) => ({ area: 'desk', id: _id, title, isShared: true }) as const;
  const linked = withLink(opened, { relation: 'splitFrom', ...end(thread) }, staff, now);
  const line = `“${opened.title}”另立一件办理`;
  return ok(withLinkAt(linked, thread._id, { relation: 'splitTo', ...end(opened) }, staff, now, line));
}

const askerOf = ({ askerId, askerName, askerFace, communityId }: Thread): Person => ({
  personId: askerId,
  communityId,
  name: askerName,
  face: askerFace,
  roles: [],
  home: null,
});

const placeOf = ({ askerHomeLabel, buildingId, gridId, recorded }: Thread) => ({
  askerHomeLabel,
  ...(buildingId === undefined ? {} : { buildingId }),
  ...(gridId === undefined ? {} : { gridId }),
  ...(recorded === undefined ? {} : { recorded }),
});
