/** Takes one structured line. What becomes of it (console, file, nothing) is the caller's choice. */
export type Log = (line: object) => void;

export const silent: Log = () => undefined;
