/**
 * What residents bring to the desk again and again. Every opening becomes one conversation of its own, asked by another
 * neighbour at another time; the answers are those of the staff on duty.
 */
export type Topic = {
  /** The FAQ entry that was suggested and did not quite answer it; null when none fitted. */
  readonly faq: string | null;
  readonly openings: readonly string[];
  /** One or two messages of the desk. */
  readonly answers: readonly string[];
  /** What the asker adds after the answer, and what the desk says then. */
  readonly more?: { readonly ask: string; readonly answer: string };
  /** Somebody had to go there: it was settled hours later, with these words. */
  readonly afterVisit?: string;
};
