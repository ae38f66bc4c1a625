export const TOTAL_OF_PAIR = 1_000_000;

export const KILL_COLLECTIONS = [
  { name: 'counters', indexes: [{ name: 'round', keys: [{ field: 'round', direction: 1 }] }] },
  { name: 'pairs', indexes: [] },
] as const;
