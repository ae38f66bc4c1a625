import { useCallback, useRef, useState } from 'react';
import type { AnyAction, OutputOf, RawInputOf } from '@domain/kernel/action';
import type { Result } from '@domain/kernel/result';
import { call, newKey, type Failure } from './call';
import { refreshReads } from './query-client';

type Outcome<A extends AnyAction> = Result<OutputOf<A>, Failure<A>>;
type Attempt = { input: string; key: string };

/** After these nobody knows whether the cloud did it, so the next try must carry the same key. */
const isUncertain = (code: string): boolean => code === 'NETWORK' || code === 'INTERNAL';

/** After these the screen showed something that is no longer so. */
const isOutdated = (code: string): boolean => code === 'CONFLICT' || code.startsWith('MOVE_NOT_ALLOWED');

/**
 * Does something in the cloud from a tap. A second tap while the first is under way joins it; a retry of the same
 * input after an uncertain failure carries the same idempotency key, so it has one effect.
 * `refresh` names the reads (nouns) to read again afterwards.
 */
export function useAction<A extends AnyAction>(
  action: A,
  { refresh = [] }: { refresh?: readonly string[] } = {},
) {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure<A> | null>(null);
  const pending = useRef<Promise<Outcome<A>> | null>(null);
  const attempt = useRef<Attempt | null>(null);
  const nouns = useRef(refresh);
  nouns.current = refresh;

  const run = useCallback(
    (input: RawInputOf<A>): Promise<Outcome<A>> => {
      if (pending.current) return pending.current;
      const text = JSON.stringify(input);
      const key = attempt.current?.input === text ? attempt.current.key : newKey();
      attempt.current = { input: text, key };
      setPending(true);
      setFailure(null);
      pending.current = call(action, input, action.kind === 'write' ? { key } : {}).then((result) => {
        pending.current = null;
        if (result.ok || !isUncertain(result.error.code)) attempt.current = null;
        if (result.ok || isOutdated(result.error.code)) refreshReads(nouns.current);
        setFailure(result.ok ? null : result.error);
        setPending(false);
        return result;
      });
      return pending.current;
    },
    [action],
  );
  return { run, isPending, failure };
}
