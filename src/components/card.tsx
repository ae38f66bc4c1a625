import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Tap } from './tap';
import './card.scss';

export type CardProps = {
  onTap?: (() => void) | undefined;
  tone?: 'plain' | 'warm' | 'waiting' | 'active' | 'done' | 'danger' | 'muted' | undefined;
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A sheet of paper on the table: one thing. With `onTap` the whole of it can be pressed. */
export function Card({ onTap, tone = 'plain', label, className, children }: CardProps) {
  const names = classNames('hy-card', `hy-card--${tone}`, className);
  if (!onTap) return <View className={names}>{children}</View>;
  return (
    <Tap className={names} onTap={onTap} label={label}>
      {children}
    </Tap>
  );
}
