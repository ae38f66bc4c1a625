import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from './feedback';
import { readPersonKey } from './session-store';
import { forget, readStored, store, watchStoredElsewhere } from './storage';

/** A phone keeps so many drafts a person, each so long as text; the longest unused goes first. */
export const DRAFT_LIMITS = { perPerson: 20, maxChars: 20_000 } as const;
const WRITE_AFTER_MS = 250;

const isNames = (value: unknown): value is string[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const indexName = (person = readPersonKey()): string => `hy.drafts.${person}`;
const draftName = (name: string, person = readPersonKey()): string => `hy.draft.${person}.${name}`;

/** @returns whether the phone had room for it. */
function keep(name: string, text: string, person: string): boolean {
  if (text.length > DRAFT_LIMITS.maxChars) return false;
  const others = (readStored(indexName(person), isNames) ?? []).filter((other) => other !== name);
  const names = [name, ...others];
  names.slice(DRAFT_LIMITS.perPerson).forEach((old) => forget(draftName(old, person)));
  return (
    store(draftName(name, person), text) && store(indexName(person), names.slice(0, DRAFT_LIMITS.perPerson))
  );
}

function drop(name: string): void {
  forget(draftName(name));
  const names = readStored(indexName(), isNames) ?? [];
  if (names.includes(name))
    store(
      indexName(),
      names.filter((other) => other !== name),
    );
}

/** Only this file writes drafts, so what is stored under a name has the type its screen gave it. */
function recall<T>(name: string, initial: T): T {
  const text = readStored(draftName(name), isText);
  if (text === null) return initial;
  try {
    return JSON.parse(text) as T;
  } catch {
    return initial;
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Draft<T> = { value: T; set(next: T | ((old: T) => T)): void; clear(): void };

/**
 * What somebody has typed but not sent. It survives leaving the page and restarting the app, for this person only.
 * `name` says what it belongs to, e.g. `thread.say.t12`. Call `clear` when it was sent.
 */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const [value, setValue] = useState<T>(() => recall(name, initial));
  const latest = useRef(value);
  const first = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isTold = useRef(false);
  /** Whose it is: somebody whose session ends while they write finds it again. */
  const writer = useRef(readPersonKey());

  const flush = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    if (keep(name, JSON.stringify(latest.current), writer.current) || isTold.current) return;
    isTold.current = true;
    toast('手机存不下了，没提交的内容离开后不会保留');
  }, [name]);

  const set = useCallback(
    (next: T | ((old: T) => T)) => {
      writer.current = readPersonKey();
      latest.current = next instanceof Function ? next(latest.current) : next;
      setValue(latest.current);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(flush, WRITE_AFTER_MS);
    },
    [flush],
  );

  const clear = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    drop(name);
    latest.current = first.current;
    setValue(first.current);
  }, [name]);

  // Another tab of the same person wrote on or has sent this: a tab that shows the same follows, so nothing goes twice.
  useEffect(
    () =>
      watchStoredElsewhere(draftName(name), (before) => {
        const shown = isSame(latest.current, first.current) ? null : JSON.stringify(latest.current);
        if (shown !== before) return;
        latest.current = recall(name, first.current);
        setValue(latest.current);
      }),
    [name],
  );

  useDidHide(flush);
  useEffect(() => flush, [flush]);
  return { value, set, clear };
}
