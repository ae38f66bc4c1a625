import { View } from '@tarojs/components';
import { Suspense, type ReactNode } from 'react';
import { useIsWide, useWholeWindow } from '@/services/wide';
import { Skeleton } from './skeleton';
import './on-wide.scss';

type Props = {
  /** Shown on a wide window; null where there is none (WeChat). */
  wide: ReactNode;
  children: ReactNode;
};

/** One list in two layouts: a table on a wide window, cards on a phone. */
export function OnWide({ wide, children }: Props) {
  const isWide = useIsWide();
  return wide && isWide ? <WholeWindow>{wide}</WholeWindow> : children;
}

function WholeWindow({ children }: { children: ReactNode }) {
  useWholeWindow();
  return (
    <View className="hy-on-wide">
      <Suspense fallback={<Skeleton rows={4} />}>{children}</Suspense>
    </View>
  );
}
