import type { EnvironmentClock } from '../../clock';
import type { TimerRun, TimersService } from './timers-service';

/** So many runs of timers one advance makes at most. */
const MAX_RUNS = 5000;

/** Moves the environment's clock, for tests and for developers. */
export class ClockControl {
  private moving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: EnvironmentClock,
    private readonly timers: TimersService,
  ) {}

  /** Jumps to an instant, from which the clock runs on. What lies between does not happen: no timer runs for it. */
  set(to: Date): void {
    this.clock.set(to);
    this.timers.resume();
  }

  /** Back to the time the clock beneath shows. */
  reset(): void {
    this.clock.reset();
    this.timers.resume();
  }

  /**
   * Lets so much time pass. Every timer runs once for each of its times after now and up to the end, one run after
   * the other in the order of those times (at the same time: as declared), with the clock standing at that time while
   * it runs. A run that fails does not stop the others; runs that go on already are waited for first.
   * Resolves to the runs when the clock has arrived. Throws an Error, and moves nothing, for more than 5,000 runs.
   */
  advance(ms: number): Promise<TimerRun[]> {
    const advanced = this.moving.then(() => this.pass(ms));
    // The next advance waits for this one, whatever becomes of it; its caller is told.
    this.moving = advanced.catch(() => undefined);
    return advanced;
  }

  private async pass(ms: number): Promise<TimerRun[]> {
    if (!Number.isFinite(ms) || ms < 0)
      throw new Error('a clock is advanced by a number of milliseconds of at least 0; set it to go back');
    const from = this.clock.now();
    const to = new Date(from.getTime() + ms);
    if (Number.isNaN(to.getTime())) throw new Error('no date is so far away');
    const due = this.dueBetween(from, to);
    this.timers.pause();
    const runs: TimerRun[] = [];
    try {
      for (const { at, name } of due) {
        if (this.timers.isStopped) throw new Error('localcloud was closed while its clock was advanced');
        await this.timers.idle();
        this.clock.hold(at);
        runs.push(await this.timers.tryRun(name, 'advance'));
      }
    } finally {
      this.clock.set(to);
      this.timers.resume();
    }
    return runs;
  }

  private dueBetween(from: Date, to: Date): { at: Date; name: string }[] {
    const due: { at: Date; name: string }[] = [];
    for (let next = this.timers.nextDue(from); next && next.at <= to; next = this.timers.nextDue(next.at)) {
      const { at, names } = next;
      due.push(...names.map((name) => ({ at, name })));
      if (due.length > MAX_RUNS)
        throw new Error(
          `timers would run more than ${MAX_RUNS} times on the way; advance in smaller steps, or set the clock, which runs none`,
        );
    }
    return due;
  }
}
