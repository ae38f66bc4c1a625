import type { Database } from './database';

type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What was appended to a list, or null when it changed in any other way. */
const appended = (before: unknown, after: unknown): readonly unknown[] | null => {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length <= before.length) return null;
  return before.every((item, index) => isSame(item, after[index])) ? after.slice(before.length) : null;
};

/**
 * The update that turns one version of a record into the next: changed fields as a whole (the SDK would merge nested
 * objects), appended items as a push, vanished fields removed. Only for use under a guard on the version.
 */
export function changeBetween(before: Fields, after: Fields, command: Database['command']): Fields {
  const change: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    if (field === '_id' || value === undefined || isSame(before[field], value)) continue;
    const added = appended(before[field], value);
    if (added) change[field] = command.push([...added]);
    else change[field] = typeof value === 'object' && value !== null ? command.set(value) : value;
  }
  for (const field of Object.keys(before)) {
    if (after[field] === undefined) change[field] = command.remove();
  }
  return change;
}
