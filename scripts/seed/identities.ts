import { DAY, formatAt } from '@domain/kernel/time';
import { APPLICANT, GRID_WORKERS, NEWCOMER, RESIDENTS, VOLUNTEERS } from './data/cast';
import { SECRETARY, STAFF_MEMBERS } from './data/staff';
import { dutyMembersAt, shiftStartOf } from './duty-order';

/** Someone a visitor of the demo may be. Only a server on one's own machine offers this choice. */
export type DemoIdentity = {
  readonly openid: string;
  readonly label: string;
  readonly note: string;
  readonly group: string;
};

const ON_DUTY = '今天值班';

const staffIdentities: readonly DemoIdentity[] = STAFF_MEMBERS.map(({ openid, name, post }) => ({
  openid,
  label: name,
  note: openid === SECRETARY.openid ? '社区书记，也参加24小时值班' : post,
  group: openid === SECRETARY.openid ? '社区书记' : '社区工作人员',
}));

/** Everyone in the role picker: the people of the stories first, then the secretary and the staff. */
export const demoIdentities: readonly DemoIdentity[] = [
  ...[...RESIDENTS, APPLICANT, NEWCOMER, ...VOLUNTEERS, ...GRID_WORKERS].map(
    ({ openid, label, note, group }) => ({ openid, label, note, group }),
  ),
  ...staffIdentities,
];

/** The same people, those who are on duty at this instant (epoch ms) first and marked. */
export function identitiesAt(now: number): readonly DemoIdentity[] {
  const onDuty = dutyMembersAt(now).map(({ openid }) => openid);
  const until = formatAt(shiftStartOf(now) + DAY, 'M月D日 HH:mm');
  const marked = demoIdentities
    .filter(({ openid }) => onDuty.includes(openid))
    .map((identity) => ({ ...identity, note: `${ON_DUTY}，到${until} · ${identity.note}`, group: ON_DUTY }));
  return [...marked, ...demoIdentities.filter(({ openid }) => !onDuty.includes(openid))];
}
