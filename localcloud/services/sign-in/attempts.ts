import type { Clock } from '../../clock';
import { SIGN_IN_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';

/** More addresses than a community has; beyond them the oldest are forgotten. */
const MAX_ADDRESSES = 10_000;

/** Counts failed sign-ins by address, so that codes cannot be guessed. In memory: a restart forgives. */
export class Attempts {
  private readonly failures = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Throws SIGN_IN_TOO_OFTEN when this address has failed too often lately. */
  admit(address: string): void {
    if (this.recent(address).length < SIGN_IN_LIMITS.failuresPerAddress) return;
    throw new CloudError(
      'SIGN_IN_TOO_OFTEN',
      `too many wrong codes; wait ${SIGN_IN_LIMITS.failureMinutes} minutes`,
    );
  }

  failed(address: string): void {
    const times = [...this.recent(address), this.clock.now().getTime()];
    this.failures.delete(address);
    this.failures.set(address, times);
    const [oldest] = this.failures.keys();
    if (this.failures.size > MAX_ADDRESSES && oldest !== undefined) this.failures.delete(oldest);
  }

  private recent(address: string): number[] {
    const since = this.clock.now().getTime() - SIGN_IN_LIMITS.failureMinutes * 60_000;
    return (this.failures.get(address) ?? []).filter((time) => time > since);
  }
}
