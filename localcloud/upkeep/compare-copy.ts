import { closeSync, fstatSync, openSync } from 'node:fs';
import { messageOf } from '../error-facts';
import { eachPage, PAGE_BYTES, sumsOf } from '../store/integrity/file-guard';
import { PageSums } from '../store/integrity/page-sums';

/**
 * Compares every page of a copy with the checksums of the file it was copied from: what that file's own process knows
 * was written. Call while that process holds the file still; then the checksums on disk are the file's, and the log is
 * empty. Returns what does not fit; undefined when everything does.
 */
export function damageIn(copy: string, original: string): string | undefined {
  const handles = [openSync(sumsOf(original), 'r'), openSync(copy, 'r')] as const;
  try {
    return firstMisfit(...handles);
  } catch (error) {
    return messageOf(error);
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

function firstMisfit(sumsHandle: number, copy: number): string | undefined {
  const sums = new PageSums(sumsHandle, PAGE_BYTES);
  if (!sums.load()) return 'its checksums are gone';
  const pages = Math.floor(fstatSync(copy).size / PAGE_BYTES);
  for (let page = pages + 1; page <= sums.pageCount; page++)
    if (sums.knows(page)) return `it is shorter than it was: page ${page} is missing`;
  let misfit: number | undefined;
  eachPage(copy, Math.min(pages, sums.pageCount), (page, content) => {
    if (!sums.fits(page, content)) misfit ??= page;
  });
  return misfit === undefined ? undefined : `page ${misfit} is not as it was written`;
}
