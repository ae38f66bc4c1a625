import type { LocalIdentity } from '@/services/local-identities';

export type PeopleGroup = { readonly title: string; readonly people: readonly LocalIdentity[] };

/** People by their group, in the order in which the groups first appear. */
export function groupPeople(people: readonly LocalIdentity[]): PeopleGroup[] {
  const titles = [...new Set(people.map(({ group }) => group ?? '其他'))];
  return titles.map((title) => ({
    title,
    people: people.filter(({ group }) => (group ?? '其他') === title),
  }));
}
