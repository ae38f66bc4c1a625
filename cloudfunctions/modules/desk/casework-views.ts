import { isWithoutApp } from '@domain/desk/record-for.rules';
import type { DeskWatch, ThreadLink } from '@domain/desk/casework.schema';
import type { Thread, ThreadCard } from '@domain/desk/thread.schema';

type CaseworkView = Pick<ThreadCard, 'recorded' | 'links' | 'watches' | 'notedAt'>;

/** What staff did with a matter. Its asker is told who recorded it and may follow it where it went on, no more. */
export function caseworkOn(thread: Thread, isAsker: boolean): CaseworkView {
  const { recorded, links = [], watches = [], notedAt } = thread;
  const shown = links.filter(({ isShared }) => isShared || !isAsker);
  return {
    ...(recorded ? { recorded: recordedFor(thread, recorded, isAsker) } : {}),
    ...(shown.length > 0 ? { links: shown.map(toLinkView) } : {}),
    ...(!isAsker && watches.length > 0 ? { watches: watches.map(toWatchView) } : {}),
    ...(!isAsker && notedAt !== undefined ? { notedAt } : {}),
  };
}

const recordedFor = (
  thread: Thread,
  { channel, by, sealedPhone, phoneBlankedAt }: NonNullable<Thread['recorded']>,
  isAsker: boolean,
): NonNullable<ThreadCard['recorded']> => ({
  channel,
  byName: by.name,
  ...(isAsker ? {} : { isWithoutApp: isWithoutApp(thread), hasPhone: sealedPhone !== null }),
  ...(!isAsker && phoneBlankedAt ? { isPhoneBlanked: true } : {}),
});

const toLinkView = ({ relation, area, id, title }: ThreadLink) => ({ relation, area, id, title });

const toWatchView = ({ watchId, who, what, from, until, by, status, note }: DeskWatch) => ({
  watchId,
  who,
  what,
  from,
  until,
  byName: by.name,
  status,
  note,
});
