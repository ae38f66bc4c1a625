import type * as z from 'zod/mini';
import type { Role } from './roles';

/** Which deployable serves an action. `jobs` is for timers: no client can call it. */
export type Audience = 'resident' | 'staff' | 'jobs';

/**
 * `read` changes nothing. `write` needs an idempotency key: a retry with the same key has no second effect.
 * `mark` changes something that is harmless to repeat (a read mark, a counter of help given), so it needs no key.
 */
export type ActionKind = 'read' | 'write' | 'mark';

export type Action<
  Name extends string = string,
  In extends z.ZodMiniType = z.ZodMiniType,
  Out extends z.ZodMiniType = z.ZodMiniType,
  E extends string = string,
> = {
  readonly name: Name;
  readonly zh: string;
  readonly audience: Audience;
  readonly kind: ActionKind;
  /** Roles that may call it at all; finer rules live in the area's workflow and rules. */
  readonly by: readonly Role[];
  readonly input: In;
  readonly output: Out;
  readonly errors: readonly E[];
};
export type AnyAction = Action;
export type InputOf<A extends AnyAction> = z.output<A['input']>;
export type RawInputOf<A extends AnyAction> = z.input<A['input']>;
export type OutputOf<A extends AnyAction> = z.output<A['output']>;
export type ErrorOf<A extends AnyAction> = A['errors'][number];

/** One contract: client types, validation, output filter, placement, permission and docs derive from it. */
export const defineAction = <
  const Name extends string,
  In extends z.ZodMiniType,
  Out extends z.ZodMiniType,
  const E extends string,
>(
  action: Action<Name, In, Out, E>,
): Action<Name, In, Out, E> => action;
