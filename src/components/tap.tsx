import { View } from '@tarojs/components';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { aria, type Aria } from './aria';
import { classNames } from './class-names';
import './tap.scss';

type TapProps = Omit<Aria, 'isHidden'> & {
  onTap?: (() => void) | undefined;
  className?: string | undefined;
  style?: CSSProperties;
  id?: string;
  /** A key that does the same on a PC, shown to a mouse that rests here and told to screen readers, e.g. `t`. */
  shortcut?: string | undefined;
  children?: ReactNode;
};

/** Anything a finger, a mouse or the Enter key can press. It has a role, and a label where its text does not say enough. */
export function Tap({ onTap, className, style, id, shortcut, children, role = 'button', ...said }: TapProps) {
  const canTap = onTap !== undefined && !said.isDisabled;
  const press = canTap ? () => onTap() : undefined;
  return (
    <View
      className={classNames('hy-tap', said.isDisabled && 'hy-tap--disabled', className)}
      hoverClass={canTap ? 'hy-tap--pressed' : 'none'}
      hoverStayTime={80}
      {...(style ? { style } : {})}
      {...(id ? { id } : {})}
      {...(press ? { onClick: press } : {})}
      {...(press && PLATFORM === 'h5' ? keyboard(press) : {})}
      {...(shortcut && PLATFORM === 'h5' ? shortcutAria(shortcut) : {})}
      {...aria({ role, ...said })}
    >
      {children}
    </View>
  );
}

const keyboard = (press: () => void) => ({
  tabIndex: '0',
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press();
  },
});

const shortcutAria = (shortcut: string) => ({
  title: `快捷键 ${shortcut.toUpperCase()}`,
  'aria-keyshortcuts': shortcut,
});
