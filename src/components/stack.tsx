import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import './stack.scss';

export type Gap = 'xs' | 'sm' | 'md' | 'lg' | 'xl';
type StackProps = { gap?: Gap; className?: string; children: ReactNode };

/** Things below one another, evenly apart. */
export const Stack = ({ gap = 'md', className, children }: StackProps) => (
  <View className={classNames('hy-stack', `hy-gap-${gap}`, className)}>{children}</View>
);
