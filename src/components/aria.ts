export type AriaRole =
  | 'button'
  | 'link'
  | 'tab'
  | 'tablist'
  | 'radio'
  | 'radiogroup'
  | 'checkbox'
  | 'switch'
  | 'img'
  | 'heading'
  | 'alert'
  | 'status'
  | 'dialog'
  | 'group'
  | 'log'
  | 'main'
  | 'navigation'
  | 'progressbar';

export type Aria = {
  role?: AriaRole | undefined;
  label?: string | undefined;
  isChecked?: boolean | undefined;
  isSelected?: boolean | undefined;
  /** The one of several that is shown now, e.g. the open conversation in a list. */
  isCurrent?: boolean | undefined;
  isDisabled?: boolean | undefined;
  isHidden?: boolean | undefined;
  /** What is added inside is said aloud when nothing else is being said. */
  isLive?: boolean | undefined;
  /** How deep a heading stands: 1 is the page's own. */
  level?: 1 | 2 | 3 | undefined;
};

/** What a screen reader says, in the spelling of each platform: WeChat calls the role `aria-role`. */
export function aria({
  role,
  label,
  isChecked,
  isSelected,
  isCurrent,
  isDisabled,
  isHidden,
  isLive,
  level = 2,
}: Aria): Record<string, string> {
  const spelled = {
    [PLATFORM === 'weapp' ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-checked': isChecked,
    'aria-selected': isSelected,
    'aria-current': isCurrent || undefined,
    'aria-disabled': isDisabled || undefined,
    'aria-hidden': isHidden || undefined,
    'aria-live': isLive ? 'polite' : undefined,
    'aria-level': role === 'heading' && PLATFORM === 'h5' ? level : undefined,
  };
  const said = Object.entries(spelled).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

/** A field of the browser sits inside Taro's own element, so its label has to be handed through. */
export function fieldAria(
  label: string,
  fault: string | undefined,
  inputMode?: 'tel',
): Record<string, unknown> {
  if (PLATFORM === 'weapp') return aria({ label });
  const invalid = fault ? { 'aria-invalid': 'true' } : {};
  return { nativeProps: { 'aria-label': label, ...invalid, ...(inputMode ? { inputmode: inputMode } : {}) } };
}

/** For a picture inside something that has a name already. A browser's own picture sits inside Taro's element. */
export const SILENT_PICTURE = PLATFORM === 'h5' ? { nativeProps: { alt: '' } } : {};
