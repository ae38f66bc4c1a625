import { readToken } from './session-store';

/** One thing that changed: under which topic, and what the server tells of it. */
export type LiveChange = {
  readonly topic: string;
  readonly _id?: string;
  readonly version?: number;
  /** Of a conversation: how far each side has read, and when it was last seen to write; null when it never was. */
  readonly askerReadSeq?: number | null;
  readonly deskReadSeq?: number | null;
  readonly askerTypingAt?: number | null;
  readonly deskTypingAt?: number | null;
};
/** `up`: from now on changes are told; ask once for what came before. `down`: they are not, ask by yourself. */
export type LiveNews =
  { readonly kind: 'up' | 'down' } | { readonly kind: 'changed'; readonly changes: readonly LiveChange[] };
type Hear = (news: LiveNews) => void;

/** A page that follows another takes the stream over; after so long nobody wants it any more, ms. */
const LINGER_MS = 20_000;
/** The server says something at least every 25 s; a stream that is silent for longer is dead, ms. */
const SILENCE_MS = 60_000;
const PAUSES_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

const listeners = new Set<Hear>();
let stream: { token: string | null; close(): void } | null = null;
let lingering: ReturnType<typeof setTimeout> | null = null;
let isUp = false;
/** This server tells nobody, or this browser cannot read while a reply still comes in. */
let isUnable = false;

/** Whether changes are told at this moment. */
export const isLive = (): boolean => isUp;

/**
 * Calls `hear` when the server says that something of this person's has changed. On a server of its own, in a browser;
 * where that is not to be had, it is never called. Returns what ends it.
 */
export function onLiveNews(hear: Hear): () => void {
  listeners.add(hear);
  if (lingering) clearTimeout(lingering);
  lingering = null;
  // Somebody else has signed in here: they hear of their own.
  if (stream && stream.token !== readToken()) giveUp();
  if (!stream && !isUnable && PLATFORM !== 'weapp') stream = keepListening();
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    lingering = setTimeout(giveUp, LINGER_MS);
  };
}

function giveUp(): void {
  stream?.close();
  stream = null;
}

const tell = (news: LiveNews): void => listeners.forEach((hear) => hear(news));

function setUp(next: boolean): void {
  if (isUp === next) return;
  isUp = next;
  tell({ kind: next ? 'up' : 'down' });
}

function keepListening(): { token: string | null; close(): void } {
  const token = readToken();
  let isOver = false;
  let cancel: () => void = () => undefined;
  const run = async () => {
    for (let failures = 0; !isOver && !isUnable; failures += 1) {
      const opened = await openStream(token);
      if (opened) {
        cancel = opened.cancel;
        if (isOver) opened.cancel();
        failures = 0;
        await readOn(opened);
        setUp(false);
      }
      if (isOver || isUnable) return;
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]);
        cancel = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
      });
    }
  };
  void run();
  return {
    token,
    close() {
      isOver = true;
      cancel();
      setUp(false);
    },
  };
}

type Opened = { read(): Promise<string | null>; cancel(): void };

async function openStream(token: string | null): Promise<Opened | null> {
  if (!token) return null;
  try {
    const response = await fetch('/live', { headers: { authorization: `Bearer ${token}` } });
    if (response.status === 404) isUnable = true;
    if (!response.ok) return null;
    const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
    if (!isStream || !response.body) isUnable = true;
    if (!isStream || !response.body) return null;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    return {
      async read() {
        const { done, value } = await reader.read();
        return done ? null : decoder.decode(value, { stream: true });
      },
      cancel: () => void reader.cancel().catch(() => undefined),
    };
  } catch {
    return null;
  }
}

/** Until the stream ends, falls silent or breaks. */
async function readOn({ read, cancel }: Opened): Promise<void> {
  let text = '';
  let silence = setTimeout(cancel, SILENCE_MS);
  try {
    for (let more = await read(); more !== null; more = await read()) {
      clearTimeout(silence);
      silence = setTimeout(cancel, SILENCE_MS);
      setUp(true);
      const parts = `${text}${more}`.split('\n\n');
      text = parts.pop() ?? '';
      const changes = parts.flatMap(changesIn);
      if (changes.length > 0) tell({ kind: 'changed', changes });
    }
  } catch {
    // A connection that broke is like one that ended: the next one tells that it is up, and everybody asks once.
  } finally {
    clearTimeout(silence);
  }
}

function changesIn(part: string): readonly LiveChange[] {
  const data = /^data: (.*)$/m.exec(part)?.[1];
  if (data === undefined) return [];
  const { changes }: { changes: LiveChange[] } = JSON.parse(data);
  return changes;
}
