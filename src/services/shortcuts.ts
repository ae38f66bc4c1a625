import { useEffect, useRef } from 'react';
import { useVisible } from './visible';

/** `Ctrl+Enter`, `Alt+1`, `j`, `ArrowDown`, `?`: a key as `KeyboardEvent.key` names it, a modifier in front. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Keys that do something on this page while it is the one shown. A plain key never fires while somebody types, nor
 * over a question or a sheet; one with Ctrl or Alt also fires while typing. Escape leaves a field or closes a sheet.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const isVisible = useVisible();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (PLATFORM === 'weapp' || !isVisible) return undefined;
    const listen = (event: Event) => {
      if (!(event instanceof KeyboardEvent)) return;
      if (event.isComposing || document.querySelector(QUESTION)) return;
      const run = actionOf(event, latest.current);
      if (!run) return;
      event.preventDefault();
      run();
    };
    // On the way down: Taro's fields keep key presses from rising.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [isVisible]);
}

/** Taro keeps an answered question in the document, hidden. */
const QUESTION = '.taro__modal:not([style*="display: none"])';
const SHEET_CLOSE = '.hy-sheet__close';
const FIELD = 'input, textarea, select, [contenteditable="true"]';

function actionOf(event: KeyboardEvent, shortcuts: Shortcuts): (() => void) | null {
  const field = event.target instanceof HTMLElement && event.target.matches(FIELD) ? event.target : null;
  const sheets = document.querySelectorAll<HTMLElement>(SHEET_CLOSE);
  const close = sheets[sheets.length - 1];
  if (event.key === 'Escape') {
    return leave(field) ?? (close ? () => close.click() : (shortcuts['Escape'] ?? null));
  }
  if (close) return null;
  const modifier = modifierOf(event);
  if (modifier === '' && field) return null;
  return shortcuts[`${modifier}${keyOf(event, modifier)}`] ?? null;
}

const leave = (field: HTMLElement | null): (() => void) | null => (field ? () => field.blur() : null);

function modifierOf({ ctrlKey, metaKey, altKey }: KeyboardEvent): 'Ctrl+' | 'Alt+' | '' {
  if (ctrlKey || metaKey) return 'Ctrl+';
  return altKey ? 'Alt+' : '';
}

/** With Alt some keyboards write another sign, so a digit is told by its place. Capitals count as small letters. */
function keyOf({ key, code }: KeyboardEvent, modifier: string): string {
  if (modifier === 'Alt+' && /^Digit\d$/.test(code)) return code.slice(-1);
  return /^[A-Z]$/.test(key) ? key.toLowerCase() : key;
}
