import { ERROR_WORDS } from '@domain/error-words';
import type { AnyAction, ErrorOf, OutputOf, RawInputOf } from '@domain/kernel/action';
import { BASE_ERROR_WORDS, type BaseErrorCode } from '@domain/kernel/errors';
import { err, ok, type Result } from '@domain/kernel/result';
import { wordsForIssues, type FieldFault } from '@domain/kernel/words-for-input';
import { newKey } from './random';
import { reportSessionEnd } from './session-end';
import { send, type Reply } from './wire';

export { newKey };

/** Why an action did not happen: a code to branch on, a sentence to show, and which fields are to blame. */
export type Failure<A extends AnyAction = AnyAction> = {
  code: ErrorOf<A> | BaseErrorCode;
  words: string;
  faults: FieldFault[];
  requestId: string | null;
};

/**
 * The only door to the cloud. A write gets an idempotency key: pass the same `key` to retry the same write.
 * Never throws; a lost network is the failure `NETWORK`.
 */
export async function call<A extends AnyAction>(
  action: A,
  input: RawInputOf<A>,
  options: { key?: string } = {},
): Promise<Result<OutputOf<A>, Failure<A>>> {
  const key = options.key ?? (action.kind === 'write' ? newKey() : undefined);
  try {
    const reply = await send(action.audience, { action: action.name, input, ...(key ? { key } : {}) });
    if (!reply.ok) return err(failureOf(action, reply));
    // The dispatcher filtered the reply through this very contract's output schema.
    return ok(reply.data as OutputOf<A>);
  } catch {
    return err({ code: 'NETWORK', words: ERROR_WORDS.NETWORK, faults: [], requestId: null });
  }
}

function failureOf<A extends AnyAction>(action: A, reply: Extract<Reply, { ok: false }>): Failure<A> {
  if (reply.code === 'SESSION_EXPIRED' || reply.code === 'SIGN_IN_REQUIRED') reportSessionEnd(reply.code);
  const code = isKnown(action, reply.code) ? reply.code : 'INTERNAL';
  return {
    code,
    words: wordsOf(code),
    faults: wordsForIssues(reply.issues ?? []),
    requestId: reply.requestId || null,
  };
}

const words: Readonly<Record<string, string>> = ERROR_WORDS;
const wordsOf = (code: string): string => words[code] ?? ERROR_WORDS.INTERNAL;

const isKnown = <A extends AnyAction>(action: A, code: string): code is ErrorOf<A> | BaseErrorCode =>
  action.errors.includes(code) || code in BASE_ERROR_WORDS;
