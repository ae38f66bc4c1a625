import { useEffect } from 'react';

/** Puts the cursor into the first such element that can be seen. @returns whether there is one. */
export function focusOn(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  const element = found.find((one) => one.getClientRects().length > 0) ?? found[0];
  element?.focus();
  return element !== undefined;
}

/** While something lies over the page the cursor is in it; afterwards it is back where it was. */
export function useFocusWhile(isOpen: boolean, selector: string): void {
  useEffect(() => {
    if (!isOpen || PLATFORM === 'weapp') return undefined;
    const before = document.activeElement;
    focusOn(selector);
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isOpen, selector]);
}
