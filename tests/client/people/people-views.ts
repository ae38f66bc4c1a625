import type { BindingCard, MeView } from '@domain/people/people.schema';

/** Somebody signed in whom the community does not know yet; give what matters in a test. */
export const me = (given: Partial<MeView> = {}): MeView => ({
  personId: 'p1',
  name: '新邻居',
  face: 'neighbour',
  roles: ['visitor'],
  status: 'unbound',
  homeLabel: null,
  refusal: null,
  moves: ['request'],
  community: {
    name: '锦绣城社区',
    subdistrict: '棉纺路街道',
    address: '锦绣路1号',
    phone: '0371-67100001',
    replyWithinMinutes: 10,
  },
  ...given,
});

export const aRequest = (given: Partial<BindingCard> = {}): BindingCard => ({
  personId: 'p9',
  name: '孙丽',
  phoneMasked: '138****2345',
  homeLabel: '1号楼1单元202室',
  requestedAt: Date.now() - 3_600_000,
  boundCount: 0,
  moves: ['confirm', 'refuse'],
  ...given,
});
