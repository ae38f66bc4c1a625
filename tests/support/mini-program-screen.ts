import { propertyOf, type Engine } from './mini-program-engine';
import { breathe, untilTrue } from './mini-program-wait';

/** Built-in components draw themselves as these elements. */
const PIECES = 'wx-view, wx-text, wx-button, wx-image, wx-input, wx-textarea, wx-scroll-view, wx-switch';

/** No finger gets from one thing to the next faster; the app draws meanwhile. */
const FINGER_MS = 20;

export type Screen = ReturnType<typeof createScreen>;

const labelOf = (element: Element): string => String(propertyOf(element, 'ariaLabel') ?? '');
const says = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.trim() === wanted : wanted.test(text);
const isFieldElement = (element: Element): boolean => /^wx-(input|textarea)$/i.test(element.tagName);

/**
 * A page as a person meets it: words to read, labels to hear, things to tap and to type into. A thing is called by its
 * label or its words, exactly (a string) or by a pattern; the innermost that fits is meant.
 */
export function createScreen(host: Element, engine: Engine, route: string) {
  const pieces = (): Element[] => [...host.querySelectorAll(PIECES)];
  const innermost = (found: readonly Element[]): Element[] =>
    found.filter((element) => !found.some((other) => other !== element && element.contains(other)));

  const all = (wanted: string | RegExp): Element[] => {
    const labelled = pieces().filter((element) => labelOf(element) !== '' && says(labelOf(element), wanted));
    if (labelled.length > 0) return labelled;
    return innermost(pieces().filter((element) => says(element.textContent ?? '', wanted)));
  };
  const textOf = (): string => host.textContent ?? '';
  const find = (wanted: string | RegExp): Promise<Element> =>
    untilTrue(
      () => all(wanted)[0],
      () => `${String(wanted)} is not on ${route}, which shows:\n${textOf()}`,
    );
  const field = (label: string | RegExp): Promise<Element> =>
    untilTrue(
      () =>
        pieces().find(
          (element) =>
            isFieldElement(element) &&
            (says(labelOf(element), label) || says(String(propertyOf(element, 'placeholder') ?? ''), label)),
        ),
      () => `no field ${String(label)} is on ${route}, which shows:\n${textOf()}`,
    );

  /** A screen reader calls it, or what it is part of, switched off. */
  const isOff = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (propertyOf(at, 'ariaDisabled') === 'true') return true;
    }
    return false;
  };

  return {
    text: textOf,
    has: (wanted: string | RegExp): boolean => all(wanted).length > 0,
    count: (wanted: string | RegExp): number => all(wanted).length,
    /** Waits for something to be there. */
    see: find,
    /** Waits for words anywhere on the page. */
    read: (words: string | RegExp): Promise<boolean> =>
      untilTrue(
        () => (typeof words === 'string' ? textOf().includes(words) : words.test(textOf())),
        () => `${String(words)} is not written on ${route}, which shows:\n${textOf()}`,
      ),
    /** Waits until words are gone. */
    unread: (words: string): Promise<boolean> =>
      untilTrue(
        () => !textOf().includes(words),
        () => `${words} is still written on ${route}`,
      ),
    /** Waits for a thing that can be pressed and puts a finger on it; `times` taps follow each other at once. */
    async tap(wanted: string | RegExp, times = 1): Promise<void> {
      const element = await untilTrue(
        () => all(wanted).find((found) => !isOff(found)),
        () => `${String(wanted)} cannot be tapped on ${route}, which shows:\n${textOf()}`,
      );
      for (let tap = 0; tap < times; tap += 1) engine.dispatch(element, 'tap', {});
      await breathe(FINGER_MS);
    },
    async type(label: string | RegExp, value: string): Promise<void> {
      const element = await field(label);
      engine.keep(element, value);
      engine.dispatch(element, 'input', { value, cursor: value.length });
      await breathe(FINGER_MS);
    },
    /** What stands in a field now. */
    valueOf: async (label: string | RegExp): Promise<string> =>
      String(propertyOf(await field(label), 'value') ?? ''),
    isOff: async (wanted: string | RegExp): Promise<boolean> => isOff(await find(wanted)),
    /** How many elements and runs of text are drawn. */
    nodeCount(): number {
      const walker = document.createTreeWalker(host, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      let count = 0;
      while (walker.nextNode()) count += walker.currentNode.textContent === '' ? 0 : 1;
      return count;
    },
    /** Tells the page's list that a finger moved it. `isAtStart`: up to where it asks for more. */
    scroll(scrollTop: number, isAtStart = false): void {
      const list = host.querySelector('wx-scroll-view');
      if (!list) throw new Error(`${route} has nothing that scrolls`);
      engine.dispatch(list, 'scroll', { scrollTop });
      if (isAtStart) engine.dispatch(list, 'scrolltoupper', { direction: 'top' });
    },
    /** Scrolls the page's list to its end. */
    async scrollToEnd(): Promise<void> {
      const list = host.querySelector('wx-scroll-view');
      if (list) engine.dispatch(list, 'scrolltolower', { direction: 'bottom' });
    },
    /** Pulls the page down to have it read again. */
    async pullDown(): Promise<void> {
      const list = host.querySelector('wx-scroll-view');
      if (list) engine.dispatch(list, 'refresherrefresh', {});
    },
  };
}
