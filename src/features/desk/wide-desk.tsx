import { lazy, Suspense, type ReactNode } from 'react';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { useIsWide } from '@/services/wide';

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const DeskConsole =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('./console/desk-console')).DeskConsole }))
    : null;

type Props = { threadId: string | undefined; filter?: string | undefined; children: ReactNode };

/** The desk: side by side on a wide window, else the page of a phone that is inside. */
export function WideDesk({ threadId, filter, children }: Props) {
  const isWide = useIsWide();
  if (!DeskConsole || !isWide) return children;
  return (
    <Suspense fallback={<Waiting />}>
      <DeskConsole threadId={threadId} filter={filter} />
    </Suspense>
  );
}

const Waiting = () => (
  <Screen title="值班台">
    <Skeleton rows={3} />
  </Screen>
);
