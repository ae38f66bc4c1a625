import { actAs, type Actor } from './services/identity/acting';
import type { Sessions } from './services/identity/sessions';
import type { ClientCall } from './services/functions/call-route';
import type { ClockControl } from './services/timers/clock-control';
import type { TimerRun } from './services/timers/timers-service';

/** Time and identity in the hands of tests and developers. In service mode each of these throws an Error. */
export type Controls = {
  /** Jumps to an instant and runs on from there; timers in between do not run. */
  setClock(to: Date): void;
  /**
   * Lets so many milliseconds pass. Timers run at each of their times on the way, one after the other, the clock
   * standing at that time; resolves to those runs. See `ClockControl.advance`.
   */
  advance(ms: number): Promise<TimerRun[]>;
  /** Back to the time the clock beneath shows: the machine's, or that of `options.clock`. */
  resetClock(): void;
  /** Signs somebody in and calls functions as them. */
  actAs(openid: string): Actor;
};

export function openControls(clock: ClockControl, sessions: Sessions, call: ClientCall): Controls {
  return {
    setClock: (to) => clock.set(to),
    advance: (ms) => clock.advance(ms),
    resetClock: () => clock.reset(),
    actAs: (openid) => actAs(openid, sessions, call),
  };
}

/** What stands in the place of the controls on a server people rely on. */
export function refusedControls(): Controls {
  const refuse = (name: string): never => {
    throw new Error(`${name} is a control for tests and developers; in service mode there is none`);
  };
  return {
    setClock: () => refuse('setClock'),
    advance: async () => refuse('advance'),
    resetClock: () => refuse('resetClock'),
    actAs: () => refuse('actAs'),
  };
}
