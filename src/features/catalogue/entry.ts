import type { ReactNode } from 'react';

/** One component of src/components: its file and its states, each drawn by itself. */
export type Entry = {
  readonly file: string;
  readonly title: string;
  readonly states: readonly State[];
};

type State = { readonly title: string; readonly draw: () => ReactNode };

export const entry = (
  file: string,
  title: string,
  states: Readonly<Record<string, () => ReactNode>>,
): Entry => ({
  file,
  title,
  states: Object.entries(states).map(([name, draw]) => ({ title: name, draw })),
});

/** For a component that tells of a tap: here nothing follows from it. */
export const nothing = (): void => undefined;
