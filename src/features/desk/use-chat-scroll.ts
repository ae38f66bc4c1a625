import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Within so many pixels of the end the reader follows the talk; further up they are reading and are not moved. */
const FOLLOWS_WITHIN = 120;

/** A browser's element can be measured and moved at once; WeChat's is moved by naming a child to show. */
type Scrolled = { scrollTop: number; readonly scrollHeight: number };
const isScrolled = (value: unknown): value is Scrolled =>
  typeof value === 'object' && value !== null && 'scrollHeight' in value && 'scrollTop' in value;
const scrolledOf = (value: unknown): Scrolled | null => (isScrolled(value) ? value : null);

type Contents = {
  newestSeq: number;
  echoCount: number;
  olderCount: number;
};
type ScrollDetail = { detail: { scrollTop: number } };

/**
 * Where the reader is in a conversation. They start at its end and stay there as it grows; once they scroll up, new
 * messages only announce themselves (`hasNew`), and older ones arriving above leave what they read where it is.
 */
export function useChatScroll({ newestSeq, echoCount, olderCount }: Contents) {
  const box = useRef<unknown>(null);
  const content = useRef<unknown>(null);
  const isAtEnd = useRef(true);
  const place = useRef({ top: 0, endTop: 0, height: 0 });
  const [hasNew, setHasNew] = useState(false);
  const [shownMark, setShownMark] = useState('');

  const toEnd = useCallback(() => {
    isAtEnd.current = true;
    setHasNew(false);
    const element = scrolledOf(box.current);
    if (!element) return setShownMark((mark) => (mark === END_MARKS[0] ? END_MARKS[1] : END_MARKS[0]));
    element.scrollTop = element.scrollHeight;
    place.current = { top: element.scrollTop, endTop: element.scrollTop, height: element.scrollHeight };
  }, []);
  const follow = useCallback(() => {
    if (isAtEnd.current) toEnd();
  }, [toEnd]);

  const before = useRef({ newestSeq: 0, echoCount: 0 });
  useLayoutEffect(() => {
    const { newestSeq: oldSeq, echoCount: oldEchoes } = before.current;
    before.current = { newestSeq, echoCount };
    if (echoCount > oldEchoes || isAtEnd.current) return toEnd();
    if (newestSeq > oldSeq && echoCount === oldEchoes) setHasNew(true);
  }, [newestSeq, echoCount, toEnd]);

  useLayoutEffect(() => {
    const element = scrolledOf(box.current);
    if (!element || isAtEnd.current) return;
    element.scrollTop += element.scrollHeight - place.current.height;
    place.current = { ...place.current, height: element.scrollHeight };
  }, [olderCount]);

  useFollowSize(content, box, newestSeq > 0, follow);

  const onScroll = useCallback(({ detail }: ScrollDetail) => {
    const endTop = Math.max(place.current.endTop, detail.scrollTop);
    const height = scrolledOf(box.current)?.scrollHeight ?? 0;
    place.current = { top: detail.scrollTop, endTop, height };
    if (isAtEnd.current && endTop - detail.scrollTop > FOLLOWS_WITHIN) isAtEnd.current = false;
  }, []);
  const onEndReached = useCallback(() => {
    isAtEnd.current = true;
    place.current = { ...place.current, endTop: place.current.top };
    setHasNew(false);
  }, []);

  return { box, content, shownMark, hasNew, toEnd, follow, onScroll, onEndReached };
}

/** Two marks at the end: WeChat scrolls to a mark only when its name changes. */
export const END_MARKS = ['end-mark-a', 'end-mark-b'] as const;

/** Late pictures, a growing input box or an opening keyboard must not push the newest words out of sight. */
function useFollowSize(
  content: { current: unknown },
  box: { current: unknown },
  isShown: boolean,
  follow: () => void,
): void {
  useEffect(() => {
    if (PLATFORM === 'weapp' || typeof ResizeObserver === 'undefined' || !isShown) return undefined;
    const observer = new ResizeObserver(follow);
    for (const { current } of [content, box]) if (current instanceof Element) observer.observe(current);
    return () => observer.disconnect();
  }, [content, box, isShown, follow]);
}
