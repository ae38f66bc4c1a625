import {
  checkDraft,
  draftOf,
  emptyDraft,
  withStart,
  type ActivityDraft,
} from '@/features/activities/activity-draft';
import { HOUR } from '@domain/kernel/time';
import { activityView, at } from './activity-views';

const now = at('2026-11-20T10:00:00');
const filled = draftOf(activityView());
const faultsOf = (draft: ActivityDraft) => {
  const checked = checkDraft(draft, now);
  return checked.ok ? {} : Object.fromEntries(checked.faults.map(({ field, words }) => [field, words]));
};

describe('an activity before it is published', () => {
  it('goes through as it was published', () => {
    expect(checkDraft(filled, now)).toMatchObject({ ok: true, value: { title: '头花发夹课', seats: 20 } });
  });

  it('starts from times that are in order, whatever the hour', () => {
    expect(faultsOf({ ...filled, ...timesOf(emptyDraft(at('2026-11-20T23:59:00'))) })).toEqual({});
  });

  it('says at each blank field what is missing', () => {
    expect(Object.keys(faultsOf({ ...emptyDraft(now), seats: '' }))).toEqual([
      'title',
      'summary',
      'category',
      'place',
      'host',
      'seats',
    ]);
    expect(faultsOf({ ...filled, seats: '' })).toEqual({ seats: '名额还没有填写' });
    expect(faultsOf({ ...filled, seats: '0' })).toEqual({ seats: '名额不能小于1' });
    expect(faultsOf({ ...filled, seats: '两桌' })).toEqual({ seats: '名额请写数字' });
  });

  it('puts a wrong order of times at the time that is wrong', () => {
    expect(faultsOf({ ...filled, endsAt: filled.startsAt })).toEqual({ endsAt: '结束要晚于开始' });
    expect(faultsOf({ ...filled, enrolUntil: filled.startsAt + 1 })).toEqual({
      enrolUntil: '报名截止不能晚于开始',
    });
    expect(faultsOf({ ...filled, enrolUntil: now })).toEqual({
      enrolUntil: '报名截止已经过去，请改成以后的时间',
    });
  });

  it('moves the end and the deadline along with the start', () => {
    const moved = withStart(filled, filled.startsAt + 24 * HOUR);
    expect(moved.endsAt - filled.endsAt).toBe(24 * HOUR);
    expect(moved.enrolUntil - filled.enrolUntil).toBe(24 * HOUR);
  });
});

const timesOf = ({ startsAt, endsAt, enrolUntil }: ActivityDraft) => ({ startsAt, endsAt, enrolUntil });
