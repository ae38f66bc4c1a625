/** What a person is to the community. A person may be several at once; everyone signed in is at least a visitor. */
export const ROLES = [
  'visitor',
  'resident',
  'volunteer',
  'policyExpert',
  'microTeam',
  'gridWorker',
  'staff',
  'secretary',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  visitor: '访客',
  resident: '居民',
  volunteer: '志愿者',
  policyExpert: '政策小达人',
  microTeam: '微团队',
  gridWorker: '网格员',
  staff: '社区工作人员',
  secretary: '社区书记',
};

/** Ready-made lists for the `by` of a contract. */
export const EVERYONE: readonly Role[] = [...ROLES];
export const NEIGHBOURS: readonly Role[] = ['resident', 'volunteer', 'gridWorker', 'staff', 'secretary'];
export const STAFF: readonly Role[] = ['staff', 'secretary'];
/** Residents whom staff have vetted to answer public questions. */
export const VETTED = ['policyExpert', 'microTeam'] as const satisfies readonly Role[];

export const hasRole = (person: { readonly roles: readonly Role[] }, allowed: readonly Role[]): boolean =>
  person.roles.some((role) => allowed.includes(role));

export const isStaff = (person: { readonly roles: readonly Role[] }): boolean => hasRole(person, STAFF);
