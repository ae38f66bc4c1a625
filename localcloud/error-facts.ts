/*
 * What a caught value says of itself. Not by `instanceof Error`: Node's own errors are made in another realm than
 * code that runs in a sandbox (jest's, for one), and native modules throw what they like.
 */

export function messageOf(error: unknown): string {
  return fact(error, 'message') ?? String(error);
}

/** Its code (`ENOENT`, `SQLITE_BUSY`, …), or ''. */
export function codeOf(error: unknown): string {
  return fact(error, 'code') ?? '';
}

export function stackOf(error: unknown): string {
  return fact(error, 'stack') ?? messageOf(error);
}

function fact(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
