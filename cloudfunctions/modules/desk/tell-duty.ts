import { err, ok, type Result } from '@domain/kernel/result';
import { newRecord } from '@domain/kernel/record';
import { formatAt, formatWhen } from '@domain/kernel/time';
import type * as actions from '@domain/desk/duty.actions';
import {
  ALERT_KINDS,
  ALERT_LIMITS,
  ALERT_PAGES,
  DUTY_TEMPLATE,
  type DutyAlert,
  type Telling,
} from '@domain/desk/duty-alert';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { Effect } from '@cloud/platform/outbox';
import type { Wechat } from '@cloud/platform/wechat';
import type { PeopleRepository } from '../people';
import type { DutyRepository, PushAllowance } from './duty.repository';

type Value = string | number | null | undefined;
const textOf = (value: Value): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(all: readonly T[], value: Value, otherwise: T): T =>
  all.find((known) => known === value) ?? otherwise;

/** Writes a line to one person of the desk, once, and then tries WeChat for it. */
export const tellDuty =
  (duty: DutyRepository, people: PeopleRepository, wechat: Wechat): Effect =>
  async ({ id, payload, at }) => {
    await tellPerson(duty, people, wechat, textOf(payload['communityId']), {
      id,
      personId: textOf(payload['personId']),
      kind: oneOf(ALERT_KINDS, payload['kind'], 'ask'),
      words: textOf(payload['words']),
      page: oneOf(ALERT_PAGES, payload['page'], 'thread'),
      pageId: textOf(payload['pageId']),
      isLoud: payload['isLoud'] === 1,
      at,
    });
    return null;
  };

/** The line in the app first, then WeChat; both once, however often this is done. */
export async function tellPerson(
  duty: DutyRepository,
  people: PeopleRepository,
  wechat: Wechat,
  communityId: string,
  { id, words, ...telling }: Telling,
): Promise<void> {
  const alert: DutyAlert = {
    ...telling,
    _id: id,
    communityId,
    words: words.slice(0, ALERT_LIMITS.wordsMax),
    seenAt: 0,
    push: wechat.dutyTemplateId ? 'due' : 'off',
  };
  await duty.keepAlert(alert);
  if (wechat.dutyTemplateId) await push(duty, people, wechat, alert);
}

/**
 * One message at most, and only where one is allowed: `tried` is written before WeChat is asked, so a process that dies
 * in between sends nothing twice. The line in the app stands in any case.
 */
async function push(duty: DutyRepository, people: PeopleRepository, wechat: Wechat, alert: DutyAlert) {
  if (!(await duty.movePush(alert._id, 'due', 'tried'))) return;
  const isAllowed = await duty.spendPush(alert.personId);
  const person = isAllowed ? await people.collection.get(alert.personId) : null;
  const outcome = person
    ? await wechat.sendDuty({ openid: person.openid, page: pathOf(alert), fields: fieldsOf(alert) })
    : 'unwanted';
  await duty.movePush(alert._id, 'tried', outcome);
}

const PATHS: Readonly<Record<DutyAlert['page'], string>> = {
  thread: 'pages/staff/thread/index?threadId=',
  roster: 'pages/staff/roster/index?shiftId=',
  handover: 'pages/staff/handover/index?handoverId=',
  promises: 'pages/staff/promises/index?threadId=',
};
const pathOf = ({ page, pageId }: DutyAlert): string => `${PATHS[page]}${encodeURIComponent(pageId)}`;

function fieldsOf({ words, at }: DutyAlert): Record<string, string> {
  const { matter, time, hint } = DUTY_TEMPLATE;
  return {
    [matter.field]: [...words].slice(0, matter.max).join(''),
    [time.field]: formatAt(at, 'YYYY-MM-DD HH:mm'),
    [hint.field]: [...`${formatWhen(at)} 请打开查看`].slice(0, hint.max).join(''),
  };
}

/** One read: pages of the desk ask again and again. */
export const listAlerts =
  (duty: DutyRepository): Handler<typeof actions.listAlerts> =>
  async ({ person: { communityId, personId } }) => {
    const alerts = await duty.alertsOf(communityId, personId);
    const items = alerts.map((alert) => ({
      alertId: alert._id,
      kind: alert.kind,
      words: alert.words,
      page: alert.page,
      pageId: alert.pageId,
      isLoud: alert.isLoud,
      at: alert.at,
      isSeen: alert.seenAt > 0,
      wasPushed: alert.push === 'sent',
    }));
    return ok({ items, unseenCount: items.filter(({ isSeen }) => !isSeen).length });
  };

export const seeAlerts =
  (duty: DutyRepository): Handler<typeof actions.seeAlerts> =>
  async ({ person: { communityId, personId }, now }, { upTo }) => {
    await duty.seeAlerts(communityId, personId, upTo, now);
    return ok({});
  };

export const getPushAllowance =
  (duty: DutyRepository, wechat: Wechat): Handler<typeof actions.getPushAllowance> =>
  async ({ person }) => {
    const allowance = await duty.allowances.collection.get(person.personId);
    return ok({ templateId: wechat.dutyTemplateId, left: allowance?.left ?? 0 });
  };

/** Every "yes" to WeChat's question is one message more; a tap that is repeated counts once. */
export const allowPush =
  (duty: DutyRepository): Handler<typeof actions.allowPush> =>
  (caller) =>
    addAllowance(duty, caller, caller.person.personId);

/** One message more under an id that names the person and, but for the desk's own, the template. */
export async function addAllowance(duty: DutyRepository, caller: Caller, id: string) {
  const { person, now } = caller;
  const { communityId } = person;
  const base = newRecord({ id, communityId, by: person, now, status: 'kept', move: 'begin' });
  await duty.allowances.insertByTimer({ ...base, status: 'kept', left: 0 });
  const moved = await duty.allowances.move(caller, id, (allowance): Result<PushAllowance, never> =>
    ok({ ...allowance, left: allowance.left + 1, version: allowance.version + 1, updatedAt: now }),
  );
  if (moved.ok) return ok({ left: moved.value.left });
  if (moved.error === 'ALLOWANCE_NOT_FOUND') throw new Error('the allowance just made is gone');
  return err(moved.error);
}
