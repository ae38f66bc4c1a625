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
  | 'progressbar';

export type Aria = {
  role?: AriaRole | undefined;
  label?: string | undefined;
  isChecked?: boolean | undefined;
  isSelected?: boolean | undefined;
  isDisabled?: boolean | undefined;
  isHidden?: boolean | undefined;
};

/** What a screen reader says, in the spelling of each platform: WeChat calls the role `aria-role`. */
export function aria({
  role,
  label,
  isChecked,
  isSelected,
  isDisabled,
  isHidden,
}: Aria): Record<string, string> {
  const spelled = {
    [PLATFORM === 'weapp' ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-checked': isChecked,
    'aria-selected': isSelected,
    'aria-disabled': isDisabled || undefined,
    'aria-hidden': isHidden || undefined,
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
