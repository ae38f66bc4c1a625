import { act } from '@testing-library/react';

/** A window of a PC: jsdom has no media queries of its own. */
export function openWideWindow(isWide = true): void {
  const listeners = new Set<() => void>();
  const media = {
    matches: isWide,
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  Object.assign(globalThis, { matchMedia: () => media });
}

/** Presses a key wherever the cursor is. @returns whether the page took it for itself. */
export function press(key: string, how: KeyboardEventInit = {}): boolean {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how });
  act(() => void target.dispatchEvent(event));
  return event.defaultPrevented;
}
