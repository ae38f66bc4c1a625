import { QueryClient } from '@tanstack/react-query';

/** What was read from the cloud. Losing the network is our own failure with its own words, so nothing is ever paused. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
      gcTime: 5 * 60_000,
    },
  },
});

/** Marks reads stale whose action name begins with one of the nouns, e.g. `wish`; those on screen are read again. */
export function refreshReads(nouns: readonly string[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => nouns.includes(String(queryKey[0]).split('.')[0] ?? ''),
  });
}

/** Another person must never see what the last one read. */
export const forgetReads = (): void => queryClient.clear();
