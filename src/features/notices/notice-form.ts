import type { Target } from '@domain/kernel/audience';
import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import {
  noticeInput,
  type NoticeInput,
  type NoticeKind,
  type NoticeLevel,
  type NoticeView,
  type StaffNoticeView,
} from '@domain/notices/notice.schema';

/** What the form holds while somebody writes. Both kinds of target are kept, so switching back loses nothing. */
export type NoticeForm = {
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  readonly title: string;
  readonly body: string;
  readonly whatToDo: string;
  readonly issuer: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly scope: 'all' | 'places';
  readonly buildingIds: readonly string[];
  readonly gridIds: readonly string[];
};

export const NOTICE_FIELD_LABELS = {
  kind: '类型',
  level: '级别',
  title: '标题',
  body: '发生了什么',
  whatToDo: '要怎么做',
  issuer: '发布单位',
  startsAt: '开始时间',
  endsAt: '结束时间',
  target: '发给谁',
} as const;

/** An empty form: tomorrow from nine to five. @param now epoch ms. */
export const blankForm = (now: number): NoticeForm => ({
  kind: 'water',
  level: 'blue',
  title: '',
  body: '',
  whatToDo: '',
  issuer: '',
  startsAt: startOfDay(now) + DAY + 9 * HOUR,
  endsAt: startOfDay(now) + DAY + 17 * HOUR,
  scope: 'places',
  buildingIds: [],
  gridIds: [],
});

export function formOf({ notice, target }: StaffNoticeView): NoticeForm {
  const { kind, level, title, body, whatToDo, issuer, startsAt, endsAt } = notice;
  const places = target.kind === 'places' ? target : { buildingIds: [], gridIds: [] };
  const { buildingIds, gridIds } = places;
  return {
    kind,
    level,
    title,
    body,
    whatToDo,
    issuer,
    startsAt,
    endsAt,
    scope: target.kind,
    buildingIds,
    gridIds,
  };
}

export const targetOf = (form: NoticeForm): Target =>
  form.scope === 'all'
    ? { kind: 'all' }
    : { kind: 'places', buildingIds: [...form.buildingIds], gridIds: [...form.gridIds] };

/** The form as the cloud wants it, or what is missing, field by field. */
export function readForm(
  form: NoticeForm,
): { ok: true; value: NoticeInput } | { ok: false; faults: FieldFault[] } {
  const { scope: _scope, buildingIds: _buildingIds, gridIds: _gridIds, ...content } = form;
  return checkInput(noticeInput, { ...content, target: targetOf(form) }, NOTICE_FIELD_LABELS);
}

const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  NOTICE_TIMES_WRONG: 'endsAt',
  NOTICE_OVER: 'endsAt',
  NOTICE_FOR_NOBODY: 'target',
  PLACE_UNKNOWN: 'target',
};

type Refusal = { readonly code: string; readonly words: string; readonly faults: readonly FieldFault[] };

/** What the cloud refused, placed at the field it speaks about. `content.title` and `title` are the same field. */
export function faultsOf(refusal: Refusal): FieldFault[] {
  const field = FIELD_OF_CODE[refusal.code];
  if (field) return [{ field, words: refusal.words }];
  return refusal.faults.map((fault) => ({ ...fault, field: fault.field.replace(/^content\./, '') }));
}

/** The sentence for a field; a fault deep inside the target is a fault of the target. */
export const faultAt = (faults: readonly FieldFault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field || fault.field.startsWith(`${field}.`))?.words;

/** A form drawn as the notice residents would see, before anything is saved. */
export const previewOf = (form: NoticeForm, base: NoticeView): NoticeView => ({
  ...base,
  kind: form.kind,
  level: form.level,
  title: form.title,
  body: form.body,
  whatToDo: form.whatToDo,
  issuer: form.issuer,
  startsAt: form.startsAt,
  endsAt: form.endsAt,
});
