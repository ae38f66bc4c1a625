/**
 * Makes this process live `offsetMs` later than the machine. It uses nothing around it, so that a browser page can be
 * given the very same function and lives at the same hour.
 */
export function shiftClock(offsetMs: number): void {
  const { Date: MachineDate } = globalThis;
  const now = () => MachineDate.now() + offsetMs;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, parts) => Reflect.construct(target, parts.length === 0 ? [now()] : parts, target),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

/** The next time it is so late in China, e.g. `nextTimeOfDay(2, 10)`: ten past two at night. @returns epoch ms. */
export function nextTimeOfDay(hour: number, minute: number, after: number = Date.now()): number {
  const dayMs = 24 * 3_600_000;
  const chinaMidnight = Math.floor((after + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000;
  const today = chinaMidnight + hour * 3_600_000 + minute * 60_000;
  return today > after ? today : today + dayMs;
}
