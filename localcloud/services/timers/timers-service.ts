import type { Clock } from '../../clock';
import type { Log } from '../../log';
import type { FunctionsService } from '../functions/functions-service';
import { nextRun, parseCron, type Cron } from './cron';
import { stackOf } from '../../error-facts';

export type TimerDeclaration = { name: string; functionName: string; cron: string };

type Timer = TimerDeclaration & { readonly schedule: Cron; running: Promise<unknown> | undefined };

/** setTimeout's longest wait; a later run is waited for in several steps. */
const MAX_WAIT_MS = 2 ** 31 - 1;

/** Calls functions at the times their cron expressions name, for as long as the server runs. Missed runs are not made up. */
export class TimersService {
  private readonly timers: ReadonlyMap<string, Timer>;
  private readonly waits = new Map<string, NodeJS.Timeout>();

  constructor(
    declared: readonly TimerDeclaration[],
    private readonly functions: FunctionsService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.timers = new Map(
      declared.map((timer) => [
        timer.name,
        { ...timer, schedule: parseCron(timer.cron), running: undefined },
      ]),
    );
  }

  start(): void {
    for (const timer of this.timers.values()) this.wait(timer);
  }

  stop(): void {
    for (const wait of this.waits.values()) clearTimeout(wait);
    this.waits.clear();
  }

  /** Runs a timer now. While a run is going on, joins it: one timer never overlaps itself. */
  async run(name: string): Promise<unknown> {
    const timer = this.timers.get(name);
    if (!timer) throw new Error(`no timer is called ${name}`);
    timer.running ??= this.fire(timer).finally(() => {
      timer.running = undefined;
    });
    return timer.running;
  }

  private async fire(timer: Timer): Promise<unknown> {
    const event = {
      Type: 'Timer',
      TriggerName: timer.name,
      Time: this.clock.now().toISOString(),
      Message: '',
    };
    const { result } = await this.functions.invoke(timer.functionName, event, { trigger: 'timer' });
    return result;
  }

  private wait(timer: Timer): void {
    const now = this.clock.now();
    const next = nextRun(timer.schedule, now);
    if (!next) return;
    const delay = next.getTime() - now.getTime();
    const wait = setTimeout(
      () => {
        if (delay <= MAX_WAIT_MS) this.runScheduled(timer);
        this.wait(timer);
      },
      Math.min(delay, MAX_WAIT_MS),
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
    this.run(timer.name).catch((error: unknown) => {
      this.log({ level: 'error', message: 'a timer failed', timer: timer.name, error: stackOf(error) });
    });
  }
}
