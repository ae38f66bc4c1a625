import type { LookView } from '@domain/desk/look.schema';
import { useWatched, watched } from '@/services/watched';

const NOBODY: readonly LookView[] = [];
const looks = watched<readonly LookView[]>(() => NOBODY);

const textOf = (list: readonly LookView[]): string => JSON.stringify(list);

/** What the newest sync said about colleagues; a screen is told only when something is different. */
export function learnLooks(next: readonly LookView[]): void {
  if (textOf(next) !== textOf(looks.get())) looks.set(next);
}

/** Colleagues who look at a conversation this moment, as far as the last sync knows. */
export const useLooks = (): readonly LookView[] => useWatched(looks);
