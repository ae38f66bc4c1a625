import type { OutgoingMessage } from './outgoing';

/** A question with a recording or a place that was taken back to be changed; the page that can show it picks it up. */
let waiting: OutgoingMessage | null = null;

export const needsParts = ({ place, voice }: OutgoingMessage): boolean => Boolean(place ?? voice);

export const takeBack = (message: OutgoingMessage): void => {
  waiting = message;
};

export function pickUp(): OutgoingMessage | null {
  const found = waiting;
  waiting = null;
  return found;
}
