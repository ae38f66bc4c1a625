/** A question the community gets often, as it goes into the demo. */
export type FaqPlan = {
  readonly slug: string;
  readonly question: string;
  readonly answer: string;
  /** How people say it; each of these alone should find the entry. */
  readonly keywords: readonly string[];
  /** Who on the staff keeps the answer true. */
  readonly owner: string;
  readonly source: string;
  /** Days from today until it is to be checked again; negative when that is overdue. */
  readonly reviewInDays: number;
};
