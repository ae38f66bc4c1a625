import type { RollView, SeatView } from '@domain/activities/activity.schema';

/** Finds people at the door by name, home or the digits of their ticket. Blank finds everyone. */
export function findSeats(seats: readonly SeatView[], words: string): SeatView[] {
  const wanted = words.replace(/\s/g, '');
  if (!wanted) return [...seats];
  return seats.filter(
    (seat) =>
      seat.name.includes(wanted) ||
      seat.ticketCode.startsWith(wanted) ||
      (seat.homeLabel ?? '').replace(/\s/g, '').includes(wanted),
  );
}

/** Those with a seat, the not yet arrived first, and the queue in its order. */
export function splitRoll(seats: readonly SeatView[]): {
  coming: SeatView[];
  here: SeatView[];
  waiting: SeatView[];
} {
  const having = (status: SeatView['status']) => seats.filter((seat) => seat.status === status);
  return { coming: having('confirmed'), here: having('attended'), waiting: having('waiting') };
}

/** The place of everyone in the queue, from 1, by person. */
export const placesInQueue = (seats: readonly SeatView[]): ReadonlyMap<string, number> =>
  new Map(splitRoll(seats).waiting.map((seat, index) => [seat.personId, index + 1]));

/** `已到3人，还差17人，候补2人` */
export function rollWords(roll: RollView): string {
  const { coming, here, waiting } = splitRoll(roll.seats);
  const queue = waiting.length > 0 ? `，候补${waiting.length}人` : '';
  return `已到${here.length}人，还差${coming.length}人${queue}`;
}
