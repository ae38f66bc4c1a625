import { View } from '@tarojs/components';
import { createElement, type ReactNode } from 'react';

type FoldProps = {
  id: string;
  /** How much room stands in for the contents, in px; null while they are drawn. */
  folded: number | null;
  children?: ReactNode;
};

/**
 * A part of a long list that can be taken off the screen and put back. WeChat keeps the contents in the page's data
 * meanwhile (see config/fold-plugin.ts), so either way costs one number; a browser simply draws them again.
 */
export function Fold({ id, folded, children }: FoldProps) {
  if (PLATFORM === 'weapp') return createElement('fold', { id, folded: folded ?? 0 }, children);
  return (
    <View id={id} className="hy-fold" {...(folded === null ? {} : { style: { height: `${folded}px` } })}>
      {folded === null ? children : null}
    </View>
  );
}
