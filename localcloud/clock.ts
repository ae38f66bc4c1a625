/** Where localcloud reads the time. Tests inject one they can move; everything else uses the machine's. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
