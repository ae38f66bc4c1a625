const LONGEST_MS = 8_000;
const LOOK_EVERY_MS = 10;

/** Lets everything that is ready happen. */
export const breathe = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a look gives something. @throws with what `complaint` says when that takes too long. */
export async function untilTrue<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  complaint: () => string,
): Promise<T> {
  const deadline = Date.now() + LONGEST_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(complaint());
    await breathe(LOOK_EVERY_MS);
  }
}
