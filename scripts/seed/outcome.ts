import type { Result } from '@domain/kernel/result';

/** What a rule answered. The demo community may only contain what the rules allow: a refusal is a mistake in its data. */
export function allowed<T>(result: Result<T, string>, step: string): T {
  if (!result.ok) throw new Error(`demo community: ${step} was refused: ${result.error}`);
  return result.value;
}
