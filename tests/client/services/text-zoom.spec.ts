import { ZOOM_STEPS, zoomStep } from '@/services/text-zoom';
import { rulesOf, SRC } from '../components/themes';

test.each([
  [12, 100],
  [16, 100],
  [17, 100],
  [18, 115],
  [20.8, 130],
  [24, 150],
  [28, 175],
  [32, 200],
  [40, 200],
])('letters of %d px in WeChat are drawn at %d %%', (fontPx, step) => {
  expect(zoomStep(fontPx, false)).toBe(step);
});

test('large letters never make the elders’ edition smaller, nor larger than was asked', () => {
  for (const fontPx of [12, 16, 18, 20, 22, 24, 28, 32]) {
    const step = zoomStep(fontPx, true);
    expect(step).toBeGreaterThanOrEqual(100);
    expect(step).toBeLessThanOrEqual(Math.max(100, (fontPx / 16 / 1.3) * 110));
  }
  // 40 on the design against the usual 30: at the largest setting both editions write at twice the usual size.
  expect((zoomStep(32, true) * 40) / 30).toBeGreaterThanOrEqual(200);
});

test('every step but the usual one is a class of the style sheets', () => {
  const classes = rulesOf(`${SRC}/styles/tokens.scss`)
    .map(({ selector }) => /^\.hy-zoom--(\d+)$/.exec(selector)?.[1])
    .filter(Boolean)
    .map(Number);
  expect([100, ...classes]).toEqual([...ZOOM_STEPS]);
});
