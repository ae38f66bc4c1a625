import {
  activityInput,
  type ActivityCategory,
  type ActivityInput,
  type ActivityView,
} from '@domain/activities/activity.schema';
import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';

/** What staff have typed so far. Instants are epoch ms; `seats` is text until it is checked. */
export type ActivityDraft = {
  title: string;
  summary: string;
  category: ActivityCategory | '';
  place: string;
  host: string;
  bring: string;
  safetyNote: string;
  startsAt: number;
  endsAt: number;
  enrolUntil: number;
  seats: string;
};

export const ACTIVITY_LABELS = {
  title: '名称',
  summary: '介绍',
  category: '类别',
  place: '地点',
  host: '主办',
  bring: '带什么',
  safetyNote: '安全提醒',
  startsAt: '开始时间',
  endsAt: '结束时间',
  enrolUntil: '报名截止',
  seats: '名额',
} as const;

/** A blank form: three days from now at half past nine, for an hour and a half, sign-up until the evening before. */
export function emptyDraft(now: number): ActivityDraft {
  const day = startOfDay(now) + 3 * DAY;
  return {
    title: '',
    summary: '',
    category: '',
    place: '',
    host: '',
    bring: '',
    safetyNote: '',
    startsAt: day + 9.5 * HOUR,
    endsAt: day + 11 * HOUR,
    enrolUntil: day - 6 * HOUR,
    seats: '20',
  };
}

export const draftOf = (activity: ActivityView): ActivityDraft => ({
  title: activity.title,
  summary: activity.summary,
  category: activity.category,
  place: activity.place,
  host: activity.host,
  bring: activity.bring,
  safetyNote: activity.safetyNote,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  enrolUntil: activity.enrolUntil,
  seats: String(activity.seats),
});

export const isSameDraft = (a: ActivityDraft, b: ActivityDraft): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Moving the start takes the end and the deadline along, so that a new date is one tap and not three. */
export const withStart = (draft: ActivityDraft, startsAt: number): ActivityDraft => {
  const shift = startsAt - draft.startsAt;
  return { ...draft, startsAt, endsAt: draft.endsAt + shift, enrolUntil: draft.enrolUntil + shift };
};

type Checked = { ok: true; value: ActivityInput } | { ok: false; faults: FieldFault[] };

/** The contract's own check in the words of this form, then the order of the times at the field that breaks it. */
export function checkDraft(draft: ActivityDraft, now: number): Checked {
  const seats = isCount(draft.seats) ? Number(draft.seats) : undefined;
  const checked = checkInput(activityInput, { ...draft, seats }, ACTIVITY_LABELS);
  const faults = [
    ...(checked.ok ? [] : checked.faults.map((fault) => plainer(fault, draft))),
    ...timeFaults(draft, now),
  ];
  return checked.ok && faults.length === 0 ? checked : { ok: false, faults };
}

function timeFaults(draft: ActivityDraft, now: number): FieldFault[] {
  const faults: FieldFault[] = [];
  if (draft.endsAt <= draft.startsAt) faults.push({ field: 'endsAt', words: '结束要晚于开始' });
  if (draft.enrolUntil > draft.startsAt) faults.push({ field: 'enrolUntil', words: '报名截止不能晚于开始' });
  else if (draft.enrolUntil <= now)
    faults.push({ field: 'enrolUntil', words: '报名截止已经过去，请改成以后的时间' });
  return faults;
}

function plainer(fault: FieldFault, { seats }: ActivityDraft): FieldFault {
  if (fault.field === 'category') return { ...fault, words: '请选一个最接近的类别' };
  if (fault.field === 'seats' && seats.trim() && !isCount(seats)) return { ...fault, words: '名额请写数字' };
  return fault;
}

const isCount = (words: string): boolean => /^\d+$/.test(words.trim());

/** The id of a field on its page, so that the page can be brought to it. */
export const placeOf = (field: string): string => `activity-field-${field}`;

export const faultAt = (faults: readonly FieldFault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.words;
