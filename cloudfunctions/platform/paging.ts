import type { Database, Filter } from './database';

/** Keyset paging: where the next page starts, after the last item of this one. Opaque to the client. */
export type Cursor = { readonly at: number; readonly id: string };

export const encodeCursor = ({ at, id }: Cursor): string => `${at}.${id}`;

/** The cursor a client sent back; null for a first page or for something we never gave. */
export function decodeCursor(cursor: string | undefined): Cursor | null {
  const [, at = '', id = ''] = /^(\d{1,15})\.([\w:-]{1,80})$/.exec(cursor ?? '') ?? [];
  return id === '' ? null : { at: Number(at), id };
}

/** Splits a read of one more than a page into the page and the cursor of the next. */
export function pageFrom<T>(
  rows: readonly T[],
  size: number,
  cursorOf: (row: T) => Cursor,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, size);
  const last = items[items.length - 1];
  return { items, nextCursor: rows.length > size && last ? encodeCursor(cursorOf(last)) : null };
}

/** Narrows a filter to what comes after a cursor, for rows sorted by `field` and then `_id`, both `direction`. */
export function after(
  command: Database['command'],
  scope: Filter,
  field: string,
  cursor: Cursor | null,
  direction: 'asc' | 'desc' = 'desc',
): Filter {
  if (!cursor) return scope;
  const beyond = direction === 'desc' ? command.lt : command.gt;
  const rest = command.or([{ [field]: beyond(cursor.at) }, { [field]: cursor.at, _id: beyond(cursor.id) }]);
  return command.and([scope, rest]);
}
