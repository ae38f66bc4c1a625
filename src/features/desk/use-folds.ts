import { useCallback, useEffect, useRef, useState } from 'react';
import { measureParts } from '@/services/measure';
import type { Conversation } from './conversation';
import { idsToDraw, nextFolds } from './fold-plan';
import { shelvesOf } from './shelves';

/** The classes by which the scrolled box and what can be folded in it are found. */
export const TALK_BOX = 'hy-talk__scroll';
const FOLD = 'hy-fold';

/** So many nodes of messages are drawn at most; with the page around them and a chunk on its way in that stays below 600. */
const ROOM = 430;
/** Looks while the reader scrolls are this far apart, ms; a measurement is a question to the drawing side. */
const LOOK_EVERY = 80;
const STEP_EVERY = 16;

const NOTHING: ReadonlySet<string> = new Set();

export type Folds = ReadonlyMap<string, number>;

/**
 * Which parts of a conversation are folded, with the height that stands in for each. However much was loaded, only what
 * is near the reader is drawn; nothing they see moves, because a fold is exactly as high as what it stands for.
 */
export function useFolds(conversation: Conversation, box: { readonly current: unknown }) {
  const [folded, setFolded] = useState<Folds>(() => new Map());
  const latest = useRef({ conversation, folded, drawn: NOTHING });
  latest.current.conversation = conversation;
  const heights = useRef(new Map<string, number>());
  const timers = useRef<{ look?: ReturnType<typeof setTimeout>; step?: ReturnType<typeof setTimeout> }>({});

  const step = useCallback(() => {
    delete timers.current.step;
    const now = latest.current;
    const next = nextFolds(shelvesOf(now.conversation), now.folded, now.drawn, heights.current);
    if (!next) return;
    now.folded = next;
    setFolded(next);
    timers.current.step = setTimeout(step, STEP_EVERY);
  }, []);

  const measure = useCallback(async () => {
    delete timers.current.look;
    const measured = await measureParts(box.current, TALK_BOX, FOLD);
    if (!measured || measured.viewHeight === 0) return;
    for (const { id, top, bottom } of measured.parts) heights.current.set(id, bottom - top);
    const now = latest.current;
    const shelves = shelvesOf(now.conversation);
    now.drawn = idsToDraw(shelves, measured, heights.current, (id) => now.folded.has(id), ROOM);
    if (!timers.current.step) step();
  }, [box, step]);

  /** Looks soon where the reader is now. A conversation that fits as a whole is never measured. */
  const look = useCallback(() => {
    if (timers.current.look) return;
    const total = shelvesOf(latest.current.conversation)
      .flatMap(({ leaves }) => leaves)
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
    if (total <= ROOM) return;
    timers.current.look = setTimeout(() => void measure(), LOOK_EVERY);
  }, [measure]);

  const loaded = Object.keys(conversation.history).length;
  useEffect(look, [look, loaded, conversation.live.length]);
  useEffect(() => {
    const { current } = timers;
    return () => Object.values(current).forEach(clearTimeout);
  }, []);

  return { folded, look };
}
