import { newRecord, SYSTEM_ACTOR } from '@domain/kernel/record';
import type { Community } from '@domain/people/people.schema';
import { BUILDINGS, COMMUNITY, GRIDS } from '../data/register';

/** The register of the community, as it stands since its founding. */
export const buildCommunity = (): Community => ({
  ...newRecord({
    id: COMMUNITY.communityId,
    communityId: COMMUNITY.communityId,
    by: SYSTEM_ACTOR,
    now: Date.parse(`${COMMUNITY.foundedOn}T09:00:00+08:00`),
    status: 'active',
    move: 'found',
  }),
  status: 'active',
  name: COMMUNITY.name,
  subdistrict: COMMUNITY.subdistrict,
  address: COMMUNITY.address,
  phone: COMMUNITY.phone,
  replyWithinMinutes: COMMUNITY.replyWithinMinutes,
  buildings: BUILDINGS,
  grids: GRIDS,
  emergencyWords: [{ word: '老人不见了', kind: 'crime' }],
  gasPhone: COMMUNITY.gasPhone,
});
