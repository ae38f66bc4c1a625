import { useEffect, useSyncExternalStore } from 'react';
import { askDesk, replyInThread, sayInThread } from '@domain/desk/desk.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import type { Result } from '@domain/kernel/result';
import { call } from '@/services/call';
import { onNetworkBack } from '@/services/network';
import { refreshReads } from '@/services/queries';
import { readPersonKey, session } from '@/services/session-store';
import { readStored, store } from '@/services/storage';
import { useWatched } from '@/services/watched';
import { createOutgoing, type Outgoing, type OutgoingMessage, type Sent } from './outgoing';

type Line = { readonly personKey: string; readonly outgoing: Outgoing };
let current: Line | null = null;

/** The queue of whoever uses this phone now. Another person's messages wait until they are back. */
export function outgoingOfPerson(): Outgoing {
  const personKey = readPersonKey();
  if (current?.personKey === personKey) return current.outgoing;
  current?.outgoing.stop();
  const outgoing = createOutgoing({ ...keptUnder(`hy.outgoing.${personKey}`), send, later });
  outgoing.onArrival(() => refreshReads(['thread', 'home']));
  current = { personKey, outgoing };
  return outgoing;
}

onNetworkBack(() => current?.outgoing.resume());

/** The queue and what is in it; a screen that shows it also starts it again after a restart. */
export function useOutgoing(): { outgoing: Outgoing; messages: readonly OutgoingMessage[] } {
  useWatched(session);
  const outgoing = outgoingOfPerson();
  const messages = useSyncExternalStore(outgoing.subscribe, outgoing.messages, outgoing.messages);
  useEffect(() => outgoing.resume(), [outgoing]);
  return { outgoing, messages };
}

/** Several tabs of one person share what is stored: each writes its own messages and leaves the others' alone. */
function keptUnder(name: string) {
  const own = new Set<string>();
  const load = () => readStored(name, isQueue) ?? [];
  return {
    load() {
      const messages = load();
      for (const { key } of messages) own.add(key);
      return messages;
    },
    save(messages: readonly OutgoingMessage[]) {
      for (const { key } of messages) own.add(key);
      store(name, [...load().filter(({ key }) => !own.has(key)), ...messages]);
    },
  };
}

const isQueue = (value: unknown): value is OutgoingMessage[] =>
  Array.isArray(value) &&
  value.every((item) => typeof item?.key === 'string' && typeof item?.to?.kind === 'string');

async function send({ key, to, text, photos, place, voice }: OutgoingMessage): Promise<Sent> {
  const message = {
    text,
    photos: photos.map((photo) => photo.fileId),
    ...(place && { place: place.input }),
    ...(voice && { voice: { fileId: voice.fileId, seconds: voice.seconds } }),
  };
  if (to.kind === 'ask') {
    const { faqShown, helpFor } = to;
    return told(await call(askDesk, { message, faqShown: [...faqShown], helpFor }, { key }));
  }
  const { threadId } = to;
  if (to.kind === 'say') {
    const urgent = to.soundsUrgent ? { soundsUrgent: true } : {};
    return told(await call(sayInThread, { threadId, message, ...urgent }, { key }));
  }
  const promised = to.promiseDueAt === undefined ? {} : { promiseDueAt: to.promiseDueAt };
  return told(await call(replyInThread, { threadId, message, ...promised }, { key }));
}

const told = (result: Result<ThreadPage, { code: string; words: string }>): Sent =>
  result.ok
    ? { ok: true, page: result.value }
    : { ok: false, code: result.error.code, words: result.error.words };

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
