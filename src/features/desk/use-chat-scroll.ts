import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { UNREAD_MARK } from './message-block';

/** Within so many pixels of the end the reader follows the talk; further up they are reading and are not moved. */
const FOLLOWS_WITHIN = 120;
/** So many unread messages fit on a screen; a way up to the first is only offered for more. */
const UNREAD_FITS = 8;

/** A browser's element can be measured and moved at once; WeChat's is moved by naming a child to show. */
type Scrolled = { scrollTop: number; readonly scrollHeight: number };
const isScrolled = (value: unknown): value is Scrolled =>
  typeof value === 'object' && value !== null && 'scrollHeight' in value && 'scrollTop' in value;
const scrolledOf = (value: unknown): Scrolled | null => (isScrolled(value) ? value : null);
const heightOf = (value: unknown): number => scrolledOf(value)?.scrollHeight ?? 0;

/** What the newest messages were when the talk was opened: how many its reader had not seen, and the first of them. */
export type Unread = { readonly count: number; readonly firstSeq: number | null };
type Contents = {
  newestSeq: number;
  echoCount: number;
  olderCount: number;
  /** The id of the topmost loaded chunk but one: what stood at the top before the last older page came. */
  formerTop: string | null;
  unread: Unread;
};
export type ScrollEvent = { detail: { scrollTop: number } };

/**
 * Where the reader is in a conversation. They start at its end and stay there as it grows; once they scroll up, new
 * messages are only counted (`newCount`), and older ones arriving above leave what they read where it is.
 */
export function useChatScroll({ newestSeq, echoCount, olderCount, formerTop, unread }: Contents) {
  const box = useRef<unknown>(null);
  const content = useRef<unknown>(null);
  const history = useRef<unknown>(null);
  const isAtEnd = useRef(true);
  const place = useRef({ top: 0, endTop: 0 });
  const [seenSeq, setSeenSeq] = useState(0);
  const [isUnreadSeen, setUnreadSeen] = useState(false);
  const [shownMark, setShownMark] = useState('');

  const toEnd = useCallback(() => {
    isAtEnd.current = true;
    setSeenSeq(0);
    const element = scrolledOf(box.current);
    if (!element) return setShownMark((mark) => (mark === END_MARKS[0] ? END_MARKS[1] : END_MARKS[0]));
    element.scrollTop = element.scrollHeight;
    place.current = { top: element.scrollTop, endTop: element.scrollTop };
  }, []);
  const toUnread = useCallback(() => {
    isAtEnd.current = false;
    setUnreadSeen(true);
    const mark = box.current instanceof Element ? box.current.querySelector(`#${UNREAD_MARK}`) : null;
    if (mark) mark.scrollIntoView();
    else setShownMark(UNREAD_MARK);
  }, []);
  const follow = useCallback(() => {
    if (isAtEnd.current) toEnd();
  }, [toEnd]);

  const before = useRef({ newestSeq: 0, echoCount: 0 });
  useLayoutEffect(() => {
    const { newestSeq: oldSeq, echoCount: oldEchoes } = before.current;
    before.current = { newestSeq, echoCount };
    if (echoCount > oldEchoes || isAtEnd.current) return toEnd();
    // Zero means that everything was seen: the reader has just begun to miss messages after the last they saw.
    if (newestSeq > oldSeq && echoCount === oldEchoes) setSeenSeq((seen) => seen || oldSeq);
  }, [newestSeq, echoCount, toEnd]);

  useKeepPlace({ box, history, olderCount, formerTop, isAtEnd, place, show: setShownMark });
  useFollowSize(content, box, newestSeq > 0, follow);

  const onScroll = useCallback(({ detail }: ScrollEvent) => {
    const endTop = Math.max(place.current.endTop, detail.scrollTop);
    place.current = { top: detail.scrollTop, endTop };
    if (isAtEnd.current && endTop - detail.scrollTop > FOLLOWS_WITHIN) isAtEnd.current = false;
  }, []);
  const onEndReached = useCallback(() => {
    isAtEnd.current = true;
    place.current = { ...place.current, endTop: place.current.top };
    setSeenSeq(0);
  }, []);

  return {
    box,
    content,
    history,
    shownMark,
    newCount: seenSeq > 0 ? newestSeq - seenSeq : 0,
    unreadSeq: unread.firstSeq,
    unseenCount: isUnreadSeen || unread.count <= UNREAD_FITS ? 0 : unread.count,
    toEnd,
    toUnread,
    follow,
    onScroll,
    onEndReached,
  };
}

/** Two marks at the end: WeChat scrolls to a mark only when its name changes. */
export const END_MARKS = ['end-mark-a', 'end-mark-b'] as const;

type Kept = {
  box: { current: unknown };
  history: { current: unknown };
  olderCount: number;
  formerTop: string | null;
  isAtEnd: { readonly current: boolean };
  place: { readonly current: { readonly top: number } };
  show: (mark: string) => void;
};

/**
 * Older messages arrive above: what is being read stays where it is. A browser is moved by what the history grew.
 * WeChat anchors by itself, except at the very top: there it is told to show what stood there before.
 */
function useKeepPlace({ box, history, olderCount, formerTop, isAtEnd, place, show }: Kept): void {
  const height = useRef(0);
  useLayoutEffect(() => {
    const grown = heightOf(history.current) - height.current;
    height.current += grown;
    if (isAtEnd.current || olderCount === 0) return;
    const element = scrolledOf(box.current);
    if (element) element.scrollTop += grown;
    else if (PLATFORM === 'weapp' && place.current.top < 2 && formerTop) show(formerTop);
  }, [box, history, isAtEnd, place, olderCount, formerTop, show]);
}

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
