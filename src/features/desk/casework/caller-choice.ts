import type { Option } from '@/components/chips';
import type { Found } from './use-caller';

/** Whom a matter is for: somebody who uses the app, a door, or a name nobody has found. */
export type CallerChoice =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'home'; readonly householdId: string }
  | { readonly kind: 'name'; readonly callerName: string };

const OTHERS = 'home';
const NAMED = 'name';

/** Nobody is called by a number: it is a door the register does not have. */
const isDoorLike = (query: string): boolean => /\d/.test(query);

/** What can be chosen for what was found, in one tap each. */
export function callerOptions({ home, people, query }: Found): Option[] {
  const members = people.map(({ personId, name, homeLabel }) => ({
    value: personId,
    text: home ? name : `${name} ${homeLabel}`,
  }));
  const unknown = isDoorLike(query) ? `没有这一户，仍记“${query}”` : `只记姓名“${query}”`;
  if (!home) return [...members, { value: NAMED, text: unknown }];
  const text = members.length > 0 ? '这户其他人' : `${home.label}（没用手机）`;
  return [...members, { value: OTHERS, text }];
}

/** What is meant when nobody has chosen: the only possibility there is; else nothing. */
export function usualChoice({ home, people, query }: Found): string | null {
  const [only, second] = people;
  if (only) return second ? null : only.personId;
  if (home) return OTHERS;
  return isDoorLike(query) ? null : NAMED;
}

/** What a chosen option means; null when it is not among what was found. */
export function choiceOf(found: Found, value: string | null): CallerChoice | null {
  const { home, people, query } = found;
  const person = people.find(({ personId }) => personId === value);
  if (person) return { kind: 'person', personId: person.personId };
  if (value === OTHERS && home) return { kind: 'home', householdId: home.householdId };
  return value === NAMED && !home ? { kind: 'name', callerName: query } : null;
}
