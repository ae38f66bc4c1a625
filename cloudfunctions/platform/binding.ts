import type { AnyAction, ErrorOf, InputOf, OutputOf } from '@domain/kernel/action';
import type { Result } from '@domain/kernel/result';
import type { Caller } from './caller';
import type { CommitError } from './record-store';

/** What carries out an action. Returning an error the contract does not declare does not compile. */
export type Handler<A extends AnyAction> = (
  caller: Caller,
  input: InputOf<A>,
) => Promise<Result<OutputOf<A>, ErrorOf<A> | CommitError>>;

export type Binding = {
  readonly action: AnyAction;
  readonly handle: (caller: Caller, input: unknown) => Promise<Result<unknown, string>>;
};

/** Ties a contract to its handler. The dispatcher gives the handler nothing but what the contract's schema let through. */
export const bind = <A extends AnyAction>(action: A, handle: Handler<A>): Binding => ({
  action,
  handle: (caller, input) => handle(caller, input as InputOf<A>),
});
