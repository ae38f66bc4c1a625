import { useEffect } from 'react';
import type { PagedAction, Pages } from './queries';

/** A table that sorts and counts needs all rows; beyond so many a list is too long to be read as a table. */
export const ALL_PAGES_MAX = 1000;

/** Fetches page after page while `isWanted`. @returns whether all rows are there. */
export function useAllPages<A extends PagedAction>(pages: Pages<A>, isWanted: boolean): boolean {
  const { hasMore, isLoading, isLoadingMore, failure, items, loadMore } = pages;
  const isFull = items.length >= ALL_PAGES_MAX;
  useEffect(() => {
    if (isWanted && hasMore && !isLoadingMore && !failure && !isFull) loadMore();
  }, [isWanted, hasMore, isLoadingMore, failure, isFull, items.length, loadMore]);
  return !isLoading && !failure && (!hasMore || isFull);
}
