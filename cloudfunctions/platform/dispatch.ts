import type { Audience } from '@domain/kernel/action';
import type { BaseErrorCode } from '@domain/kernel/errors';
import { hasRole } from '@domain/kernel/roles';
import type { InputIssue } from '@domain/kernel/words-for-input';
import type { Binding } from './binding';
import { digestOf, type Caller } from './caller';
import { factsOf, type Log } from './log';

export type CallEvent = { readonly action?: unknown; readonly input?: unknown; readonly key?: unknown };

export type Reply =
  | { readonly ok: true; readonly data: unknown; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly requestId: string;
      readonly issues?: readonly InputIssue[];
    };

export type Identify = (openid: string) => Promise<Pick<Caller, 'person'>>;

const KEY = /^[\w-]{16,64}$/;

type Options = {
  readonly audience: Audience;
  readonly bindings: readonly Binding[];
  readonly identify: Identify;
  readonly now: () => number;
  readonly log: Log;
};

/**
 * One request: who is calling, is the action meant for this function, is the input valid, may this role, once, do,
 * and only what the contract names goes back. Expected errors come back as codes; the unexpected is caught here once.
 */
export function createDispatcher({ audience, bindings, identify, now, log }: Options) {
  const byName = new Map(
    bindings
      .filter(({ action }) => action.audience === audience)
      .map((binding) => [binding.action.name, binding]),
  );

  return async (event: CallEvent, openid: string | null, requestId: string): Promise<Reply> => {
    const refuse = (code: BaseErrorCode, issues?: readonly InputIssue[]): Reply => ({
      ok: false,
      code,
      requestId,
      ...(issues ? { issues } : {}),
    });
    const startedAt = now();
    const name = typeof event.action === 'string' ? event.action : '';
    try {
      if (!openid) return refuse('SIGN_IN_REQUIRED');
      const binding = byName.get(name);
      if (!binding) return refuse('UNKNOWN_ACTION');
      const { action } = binding;

      const input = action.input.safeParse(event.input ?? {});
      if (!input.success) return refuse('INVALID_INPUT', input.error.issues.map(issueOf));
      const key = action.kind === 'write' ? event.key : '';
      if (typeof key !== 'string' || (action.kind === 'write' && !KEY.test(key))) {
        return refuse('INVALID_INPUT', [{ code: 'invalid_format', path: ['key'] }]);
      }

      const { person } = await identify(openid);
      if (!hasRole(person, action.by)) return refuse('NOT_ALLOWED');
      const caller: Caller = {
        person,
        openid,
        requestId,
        now: startedAt,
        key,
        digest: digestOf(name, input.data),
      };
      const result = await binding.handle(caller, input.data);
      log('call', {
        action: name,
        requestId,
        outcome: result.ok ? 'ok' : result.error,
        ms: now() - startedAt,
      });
      if (!result.ok) return { ok: false, code: result.error, requestId };
      return { ok: true, data: action.output.parse(result.value), requestId };
    } catch (error) {
      log('call.failed', { action: byName.has(name) ? name : 'unknown', requestId, ...factsOf(error) });
      return refuse('INTERNAL');
    }
  };
}

/** Where and why a value was refused, without the value. */
const issueOf = (issue: InputIssue): InputIssue => ({
  code: issue.code,
  path: issue.path,
  ...(issue.minimum !== undefined ? { minimum: Number(issue.minimum) } : {}),
  ...(issue.maximum !== undefined ? { maximum: Number(issue.maximum) } : {}),
  ...(issue.origin !== undefined ? { origin: issue.origin } : {}),
  ...(issue.format !== undefined ? { format: issue.format } : {}),
});
