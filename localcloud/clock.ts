/** Where localcloud reads the time. Tests inject one they can move; everything else uses the machine's. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/**
 * The clock of one environment: another clock, possibly moved. Set to an instant, it runs on from there at the pace
 * of the clock beneath; held, it stands still.
 */
export class EnvironmentClock implements Clock {
  private offsetMs = 0;
  private heldAt: number | undefined;

  constructor(private readonly beneath: Clock) {}

  now(): Date {
    return new Date(this.heldAt ?? this.beneath.now().getTime() + this.offsetMs);
  }

  get isMoved(): boolean {
    return this.offsetMs !== 0 || this.heldAt !== undefined;
  }

  /** How far ahead of the machine's clock it is, in ms; undefined while it shows the machine's time. */
  aheadOfMachineMs(): number | undefined {
    if (this.beneath === systemClock && !this.isMoved) return undefined;
    return this.now().getTime() - Date.now();
  }

  /** Throws an Error for what is no instant. */
  set(to: Date): void {
    if (Number.isNaN(to.getTime())) throw new Error('the clock can only be set to a valid date');
    this.heldAt = undefined;
    this.offsetMs = to.getTime() - this.beneath.now().getTime();
  }

  hold(at: Date): void {
    this.heldAt = at.getTime();
  }

  reset(): void {
    this.heldAt = undefined;
    this.offsetMs = 0;
  }
}
