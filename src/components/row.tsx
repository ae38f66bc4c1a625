import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import type { Gap } from './stack';
import './stack.scss';

type RowProps = {
  gap?: Gap;
  className?: string;
  children: ReactNode;

  align?: 'start' | 'center' | 'baseline';
  isSpread?: boolean;
  isWrapping?: boolean;
};

/** Things beside one another. `isSpread` pushes the last one to the far side. */
export const Row = ({
  gap = 'sm',
  align = 'center',
  isSpread,
  isWrapping,
  className,
  children,
}: RowProps) => (
  <View
    className={classNames(
      'hy-row',
      `hy-row--${align}`,
      `hy-gap-${gap}`,
      isSpread && 'hy-row--spread',
      isWrapping && 'hy-row--wrap',
      className,
    )}
  >
    {children}
  </View>
);
