/** One line of JSON per event, read by the platform's log service. Never names, contacts, texts or identities. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;

export const consoleLog: Log = (event, facts = {}) => {
  console.log(JSON.stringify({ event, ...facts }));
};

/** The part of an unexpected error that may stand in a log: its kind and where it was thrown, not what it quotes. */
export const factsOf = (error: unknown): Record<string, string> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: code, at: frames.slice(0, 4).join(' | ') };
};
