import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import './status-tag.scss';

export type StatusTone = 'waiting' | 'active' | 'done' | 'muted' | 'danger';

/** How far something is, in a word. */
export const StatusTag = ({ tone, children }: { tone: StatusTone; children: ReactNode }) => (
  <Text className={`hy-status hy-status--${tone}`}>{children}</Text>
);
