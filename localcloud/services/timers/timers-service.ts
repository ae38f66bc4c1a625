import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { codeOf, messageOf, stackOf } from '../../error-facts';
import type { Log } from '../../log';
import { excerpt } from '../functions/call-log';
import type { FunctionsService } from '../functions/functions-service';
import { nextRun, parseCron, type Cron } from './cron';

export type TimerDeclaration = { name: string; functionName: string; cron: string };

/** Why a timer ran: its schedule, somebody's request, or a clock that was advanced past its time. */
export type TimerCause = 'schedule' | 'request' | 'advance';

/** One run of a timer. `at` is the environment's time; `outcome` the start of the result, or the error's message. */
export type TimerRun = {
  readonly timer: string;
  readonly at: string;
  readonly cause: TimerCause;
  readonly durationMs: number;
  /** The request id of the function call. */
  readonly callId: string;
  /** `OK`, or the code the call failed with. */
  readonly code: string;
  readonly outcome: string;
};

/** A timer as it stands now. `next` is undefined when its years are over. */
export type TimerState = TimerDeclaration & {
  readonly isRunning: boolean;
  readonly next: string | undefined;
  readonly last: TimerRun | undefined;
};

type Settled =
  { readonly run: TimerRun; readonly result: unknown } | { readonly run: TimerRun; error: unknown };

type Timer = TimerDeclaration & {
  readonly schedule: Cron;
  running: Promise<Settled> | undefined;
  last: TimerRun | undefined;
};

/** setTimeout's longest wait; a later run is waited for in several steps. */
const MAX_WAIT_MS = 2 ** 31 - 1;

/** Calls functions at the times their cron expressions name, for as long as the server runs. Missed runs are not made up. */
export class TimersService {
  private readonly timers: ReadonlyMap<string, Timer>;
  private readonly waits = new Map<string, NodeJS.Timeout>();
  private isStarted = false;
  private runs = 0;

  constructor(
    declared: readonly TimerDeclaration[],
    private readonly functions: FunctionsService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.timers = new Map(
      declared.map((timer) => [
        timer.name,
        { ...timer, schedule: parseCron(timer.cron), running: undefined, last: undefined },
      ]),
    );
  }

  start(): void {
    this.isStarted = true;
    this.resume();
  }

  stop(): void {
    this.isStarted = false;
    this.pause();
  }

  get isStopped(): boolean {
    return !this.isStarted;
  }

  /** Lets no timer run by its schedule until `resume`. */
  pause(): void {
    for (const wait of this.waits.values()) clearTimeout(wait);
    this.waits.clear();
  }

  /** Waits for every timer's next time as the clock shows it now. */
  resume(): void {
    if (!this.isStarted) return;
    this.pause();
    const now = this.clock.now();
    for (const timer of this.timers.values()) this.wait(timer, now);
  }

  /** Runs a timer now. While a run is going on, joins it: one timer never overlaps itself. Throws what the run threw. */
  async run(name: string): Promise<unknown> {
    const settled = await this.perform(this.find(name), 'request');
    if ('error' in settled) throw settled.error;
    return settled.result;
  }

  /** Runs a timer now, or joins its running run, and tells how it went, well or not. */
  async tryRun(name: string, cause: TimerCause): Promise<TimerRun> {
    return (await this.perform(this.find(name), cause)).run;
  }

  has(name: string): boolean {
    return this.timers.has(name);
  }

  /** Resolves when the runs that go on now are over, well or not. */
  async idle(): Promise<void> {
    await Promise.all([...this.timers.values()].map(({ running }) => running));
  }

  /** Grows with every run that begins or ends. */
  get version(): number {
    return this.runs;
  }

  list(): TimerState[] {
    const now = this.clock.now();
    return [...this.timers.values()].map(({ name, functionName, cron, schedule, running, last }) => ({
      name,
      functionName,
      cron,
      isRunning: running !== undefined,
      next: nextRun(schedule, now)?.toISOString(),
      last,
    }));
  }

  /** The first time after `after` (exclusive) at which any timer is due, and which those are, in their declared order. */
  nextDue(after: Date): { at: Date; names: string[] } | undefined {
    let due: { at: Date; names: string[] } | undefined;
    for (const { name, schedule } of this.timers.values()) {
      const at = nextRun(schedule, after);
      if (!at || (due && at > due.at)) continue;
      if (due && at.getTime() === due.at.getTime()) due.names.push(name);
      else due = { at, names: [name] };
    }
    return due;
  }

  private find(name: string): Timer {
    const timer = this.timers.get(name);
    if (timer) return timer;
    throw new Error(`no timer is called ${name}`);
  }

  private perform(timer: Timer, cause: TimerCause): Promise<Settled> {
    this.runs++;
    timer.running ??= this.fire(timer, cause).finally(() => {
      this.runs++;
      timer.running = undefined;
    });
    return timer.running;
  }

  private async fire(timer: Timer, cause: TimerCause): Promise<Settled> {
    const at = this.clock.now().toISOString();
    const event = { Type: 'Timer', TriggerName: timer.name, Time: at, Message: '' };
    const callId = randomUUID();
    const startedAt = performance.now();
    const tell = (code: string, outcome: string): TimerRun => {
      const durationMs = performance.now() - startedAt;
      timer.last = { timer: timer.name, at, cause, durationMs, callId, code, outcome };
      return timer.last;
    };
    try {
      const { result } = await this.functions.invoke(timer.functionName, event, { trigger: 'timer' }, callId);
      return { run: tell('OK', excerpt(result)), result };
    } catch (error) {
      return { run: tell(codeOf(error) || 'SYS_ERR', messageOf(error)), error };
    }
  }

  private wait(timer: Timer, after: Date): void {
    const next = nextRun(timer.schedule, after);
    if (!next) return;
    const delay = next.getTime() - this.clock.now().getTime();
    const wait = setTimeout(
      () => {
        if (delay > MAX_WAIT_MS) return this.wait(timer, after);
        this.runScheduled(timer);
        // setTimeout may fire a moment early: what was just run must not be found due again.
        const now = this.clock.now();
        this.wait(timer, now > next ? now : next);
      },
      Math.min(Math.max(delay, 0), MAX_WAIT_MS),
    );
    wait.unref();
    this.waits.set(timer.name, wait);
  }

  private runScheduled(timer: Timer): void {
    if (timer.running) {
      this.log({
        level: 'warn',
        message: 'a timer is still running, this run is left out',
        timer: timer.name,
      });
      return;
    }
    void this.perform(timer, 'schedule').then((settled) => {
      if ('error' in settled)
        this.log({
          level: 'error',
          message: 'a timer failed',
          timer: timer.name,
          error: stackOf(settled.error),
        });
    });
  }
}
