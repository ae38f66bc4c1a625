/** Told how far long work has come: `verb` ("checked"), how many of how many, and of what ("documents"). */
export type Progress = (verb: string, done: number, total: number, what: string) => void;

export const noProgress: Progress = () => undefined;
