import type { PlaceInput } from '@domain/desk/message-place';
import type { Voice, VoiceView } from '@domain/desk/message-voice';
import type { ThreadPage } from '@domain/desk/thread.schema';
import type { PhotoView } from '@domain/kernel/input';

/** Where a message goes: a new thread, or one that exists (as its asker, or as the desk). */
export type Destination =
  | { readonly kind: 'ask'; readonly faqShown: readonly string[]; readonly helpFor?: string }
  | {
      readonly kind: 'say' | 'reply';
      readonly threadId: string;
      /** A reply that is a promise, too, and by when it is to be kept. */
      readonly promiseDueAt?: number;
      /** The phone found words of danger in it. */
      readonly soundsUrgent?: boolean;
    };

/** What goes along with words and pictures. `label` and `url` show it here until it has arrived. */
export type Enclosed = {
  readonly place?: { readonly input: PlaceInput; readonly label: string };
  readonly voice?: Voice & VoiceView;
};

/**
 * A message on its way. `key` is its idempotency key: however often it is sent, it arrives once.
 * `sending`: on the wire now. `waiting`: for the network or its turn, goes by itself. `refused`: needs a person.
 * `words` say why the last try failed; null before the first one ends.
 */
export type OutgoingMessage = Enclosed & {
  readonly key: string;
  readonly to: Destination;
  readonly text: string;
  readonly photos: readonly PhotoView[];
  readonly queuedAt: number;
  /** The newest message on the screen when it was written. */
  readonly afterSeq: number;
  readonly state: 'sending' | 'waiting' | 'refused';
  readonly words: string | null;
};

export type NewMessage = Omit<OutgoingMessage, 'state' | 'words'>;

export type Sent =
  | { readonly ok: true; readonly page: ThreadPage }
  | { readonly ok: false; readonly code: string; readonly words: string };

/** What the queue needs of the phone. `later` runs once after `ms`; its result cancels. */
export type OutgoingPorts = {
  load(): readonly OutgoingMessage[];
  save(messages: readonly OutgoingMessage[]): void;
  send(message: OutgoingMessage): Promise<Sent>;
  later(run: () => void, ms: number): () => void;
};

export type Outgoing = {
  messages(): readonly OutgoingMessage[];
  subscribe(listener: () => void): () => void;
  /** Told of every arrival, before the message leaves the queue: a screen swaps the echo for the real message in one go. */
  onArrival(listener: (message: OutgoingMessage, page: ThreadPage) => void): () => void;
  /** Puts a message at the end of its line. It is on the phone before this returns; false when too many wait already. */
  add(message: NewMessage): boolean;
  /** Tries everything that waits, now: the network is back, the page is shown, the app has started. */
  resume(): void;
  /** A person asks to try this one again, refused or not. */
  retry(key: string): void;
  /** Takes a message out. One on the wire cannot be taken back. */
  drop(key: string): boolean;
  /** Sends nothing any more: somebody else uses the phone now. What is kept stays kept. */
  stop(): void;
};

export const OUTGOING_LIMITS = {
  messagesMax: 50,
  serverTries: 3,
  waitsMs: [2_000, 4_000, 8_000, 15_000, 30_000],
} as const;

/** The fault may pass by itself: no network, or the service stumbled. */
const passes = (code: string) => code === 'NETWORK' || code === 'INTERNAL' || code === 'CONFLICT';

/** Nobody is signed in: it goes as soon as this person is back, and until then nothing is tried. */
const holds = (code: string) => code === 'SESSION_EXPIRED' || code === 'SIGN_IN_REQUIRED';

/** Messages of one line go one after another; lines do not wait for each other. */
const lineOf = ({ to }: OutgoingMessage): string => (to.kind === 'ask' ? 'ask' : to.threadId);

/** The queue of messages leaving this phone: in order, exactly once, and kept through a restart. */
export function createOutgoing(ports: OutgoingPorts): Outgoing {
  let queue: readonly OutgoingMessage[] = ports
    .load()
    .map((message) => (message.state === 'sending' ? { ...message, state: 'waiting' } : message));
  const listeners = new Set<() => void>();
  const arrivals = new Set<(message: OutgoingMessage, page: ThreadPage) => void>();
  const tries = new Map<string, number>();
  const pauses = new Map<string, () => void>();
  let isStopped = false;

  const put = (next: readonly OutgoingMessage[]) => {
    queue = next;
    ports.save(queue);
    for (const listener of listeners) listener();
  };
  const mark = (key: string, state: OutgoingMessage['state'], words: string | null) =>
    put(queue.map((message) => (message.key === key ? { ...message, state, words } : message)));
  const endPause = (line: string) => {
    pauses.get(line)?.();
    pauses.delete(line);
  };

  /** Sends the first message of a line unless one is on the wire already. Refused ones step aside. */
  const drive = (line: string) => {
    if (isStopped) return;
    const inLine = queue.filter((message) => lineOf(message) === line && message.state !== 'refused');
    const first = inLine[0];
    if (!first || inLine.some((message) => message.state === 'sending') || pauses.has(line)) return;
    mark(first.key, 'sending', first.words);
    void ports.send(first).then((sent) => settle(first, line, sent));
  };

  const settle = (message: OutgoingMessage, line: string, sent: Sent) => {
    if (sent.ok) {
      tries.delete(message.key);
      for (const listener of arrivals) listener(message, sent.page);
      put(queue.filter((other) => other.key !== message.key));
      return drive(line);
    }
    if (holds(sent.code)) return mark(message.key, 'waiting', sent.words);
    const tried = (tries.get(message.key) ?? 0) + 1;
    tries.set(message.key, tried);
    const mayPass = passes(sent.code) && (sent.code === 'NETWORK' || tried < OUTGOING_LIMITS.serverTries);
    mark(message.key, mayPass ? 'waiting' : 'refused', sent.words);
    if (!mayPass) return drive(line);
    if (isStopped) return;
    const { waitsMs } = OUTGOING_LIMITS;
    const pause = waitsMs[Math.min(tried, waitsMs.length) - 1] ?? 0;
    pauses.set(
      line,
      ports.later(() => {
        pauses.delete(line);
        drive(line);
      }, pause),
    );
  };

  const resume = () => {
    for (const line of new Set(queue.map(lineOf))) {
      endPause(line);
      drive(line);
    }
  };

  return {
    messages: () => queue,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onArrival(listener) {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
    add(message) {
      if (queue.length >= OUTGOING_LIMITS.messagesMax) return false;
      const added: OutgoingMessage = { ...message, state: 'waiting', words: null };
      put([...queue, added]);
      drive(lineOf(added));
      return true;
    },
    resume,
    retry(key) {
      const message = queue.find((other) => other.key === key);
      if (!message || message.state === 'sending') return;
      tries.delete(key);
      mark(key, 'waiting', null);
      endPause(lineOf(message));
      drive(lineOf(message));
    },
    drop(key) {
      const message = queue.find((other) => other.key === key);
      if (!message || message.state === 'sending') return false;
      put(queue.filter((other) => other.key !== key));
      drive(lineOf(message));
      return true;
    },
    stop() {
      isStopped = true;
      for (const cancel of pauses.values()) cancel();
      pauses.clear();
    },
  };
}
