import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import type * as z from 'zod/mini';
import type { Action, AnyAction, OutputOf, RawInputOf } from '@domain/kernel/action';
import { call, type Failure } from './call';

export { refreshReads } from './query-client';

const STALE_MS = 10_000;

/** TanStack wants a failed read thrown; this carries ours through. */
class ReadFailed<A extends AnyAction> extends Error {
  constructor(readonly failure: Failure<A>) {
    super(failure.code);
  }
}

async function read<A extends AnyAction>(action: A, input: RawInputOf<A>): Promise<OutputOf<A>> {
  const result = await call(action, input);
  if (result.ok) return result.value;
  throw new ReadFailed(result.error);
}

type Refreshable = { isStale: boolean; isFetching: boolean; refetch(): Promise<unknown> };

/** A page that comes back into view reads again what has become stale meanwhile. */
function useRefreshOnShow(query: Refreshable, isEnabled: boolean): () => Promise<void> {
  const latest = useRef({ query, isEnabled });
  latest.current = { query, isEnabled };
  useDidShow(() => {
    const now = latest.current;
    if (now.isEnabled && now.query.isStale && !now.query.isFetching) void now.query.refetch();
  });
  return useCallback(async () => {
    await latest.current.query.refetch();
  }, []);
}

type ReadOptions = { enabled?: boolean; staleMs?: number };
export type Read<A extends AnyAction> = {
  data: OutputOf<A> | undefined;
  failure: Failure<A> | null;
  isLoading: boolean;
  isRefreshing: boolean;
  refresh(): Promise<void>;
};

/** Reads once and keeps it; `data` stays while it is refreshed. `isLoading` only while there is nothing to show yet. */
export function useRead<A extends AnyAction>(
  action: A,
  input: RawInputOf<A>,
  { enabled = true, staleMs = STALE_MS }: ReadOptions = {},
): Read<A> {
  const query = useQuery<OutputOf<A>, ReadFailed<A>>({
    queryKey: [action.name, input],
    queryFn: () => read(action, input),
    enabled,
    staleTime: staleMs,
  });
  const refresh = useRefreshOnShow(query, enabled);
  return {
    data: query.data,
    failure: query.error?.failure ?? null,
    isLoading: enabled && query.isPending,
    isRefreshing: query.isFetching && !query.isPending,
    refresh,
  };
}

type Page<T> = { items: T[]; nextCursor: string | null };
/** An action that answers one page of a keyset list. */
export type PagedAction<T = unknown> = Action<string, z.ZodMiniType, z.ZodMiniType<Page<T>>>;
type ItemOf<A extends PagedAction> = OutputOf<A>['items'][number];

export type Pages<A extends PagedAction> = {
  items: ItemOf<A>[];
  /** What came with the newest first page beside its items, e.g. a count. */
  first: OutputOf<A> | undefined;
  pageCount: number;
  failure: Failure<A> | null;
  isLoading: boolean;
  isLoadingMore: boolean;
  hasMore: boolean;
  loadMore(): void;
  refresh(): Promise<void>;
};

/** A list that grows as people scroll. The cursor is kept here; pass the rest of the input. */
export function usePages<A extends PagedAction>(
  action: A,
  input: Omit<RawInputOf<A>, 'cursor'>,
  { enabled = true, staleMs = STALE_MS }: ReadOptions = {},
): Pages<A> {
  const query = useInfiniteQuery({
    queryKey: [action.name, input],
    queryFn: ({ pageParam }): Promise<OutputOf<A>> =>
      // Adding the cursor back to what `Omit` took it from; no other place builds a paged input.
      read<A>(action, { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as RawInputOf<A>),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    staleTime: staleMs,
  });
  const refresh = useRefreshOnShow(query, enabled);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    // The end of a list is often reached twice before the screen knows that more is coming.
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetching, fetchNextPage]);
  const error: unknown = query.error;
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    first: query.data?.pages[0],
    pageCount: query.data?.pages.length ?? 0,
    failure: error instanceof ReadFailed ? error.failure : null,
    isLoading: enabled && query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: hasNextPage,
    loadMore,
    refresh,
  };
}
