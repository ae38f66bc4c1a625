/** How large letters can be drawn, in percent: the steps of `hy-zoom--…` in src/styles/tokens/type.scss. */
export const ZOOM_STEPS = [100, 115, 130, 150, 175, 200] as const;

/** The size of letters in WeChat's settings and in browsers that nobody changed, in px. */
const STANDARD_PX = 16;
/** By how much the elders' edition is larger by itself. */
const ELDER = 1.3;

/**
 * The step of zoom for a person.
 * @param fontPx how large WeChat or the browser was told to write. Smaller than usual is not followed: the smallest
 * letters here are as small as they may be.
 * @param isElder the elders' edition is large already, so only what is asked beyond it is added. It never shrinks.
 */
export function zoomStep(fontPx: number, isElder: boolean): number {
  const asked = (100 * fontPx) / STANDARD_PX / (isElder ? ELDER : 1);
  return ZOOM_STEPS.reduce<number>(
    (best, step) => (Math.abs(step - asked) < Math.abs(best - asked) ? step : best),
    100,
  );
}
