import type * as z from 'zod/mini';

/** A field that did not pass, and a sentence about it. `field` is the dotted path in the input. */
export type FieldFault = { readonly field: string; readonly words: string };

export type InputIssue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly origin?: string | undefined;
  readonly format?: string | undefined;
  /** Known where the form is known: nothing was typed there. */
  readonly isBlank?: boolean;
};

/** Chinese words for what a schema refused. `labels` names the fields as the form does; the last path part decides. */
export function wordsForIssues(
  issues: readonly InputIssue[],
  labels: Readonly<Record<string, string>> = {},
): FieldFault[] {
  return issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    const label = labels[field] ?? labels[String(issue.path[0] ?? '')] ?? '';
    return { field, words: `${label}${sentence(issue)}` };
  });
}

function sentence(issue: InputIssue): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return Number(issue.minimum) <= 1 ? '还没有填写' : `至少写${issue.minimum}个字`;
    if (issue.origin === 'array') return `至少选${issue.minimum}项`;
    return `不能小于${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `最多${issue.maximum}个字，请写短一些`;
    if (issue.origin === 'array') return `最多选${issue.maximum}项`;
    return `不能大于${issue.maximum}`;
  }
  if (issue.isBlank === true) return '还没有填写';
  if (issue.code === 'invalid_type') return issue.input === undefined ? '还没有填写' : '格式不对，请重新填写';
  if (issue.code === 'invalid_format') return '格式不对，请检查后重新填写';
  return '填写有误，请检查';
}

type Parsed<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[] };

/** Checks a form before it is sent, with the very schema the cloud will use. */
export function checkInput<S extends z.ZodMiniType>(
  schema: S,
  input: unknown,
  labels?: Readonly<Record<string, string>>,
): Parsed<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map((issue) => ({ ...issue, isBlank: isBlankAt(input, issue.path) }));
  return { ok: false, faults: wordsForIssues(issues, labels) };
}

/** Nothing was typed or chosen there yet. */
function isBlankAt(input: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>(
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    input,
  );
  return value === undefined || value === null || value === '';
}
