import { readFileSync } from 'node:fs';
import path from 'node:path';

const tokens = readFileSync(path.resolve(__dirname, '../../../src/styles/tokens.scss'), 'utf8');
const [standard = '', elder = ''] = tokens.split('.hy-theme--elder {');

/** The colours by name; of the glow its palest. */
const coloursIn = (rules: string): Record<string, string> => ({
  'palest-glow': /--hy-glow: linear-gradient\(135deg, (#[0-9a-f]{6}) 0%/.exec(rules)?.[1] ?? '#ffffff',
  ...Object.fromEntries(
    [...rules.matchAll(/--hy-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  ),
});

/** WCAG relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const STATES = ['waiting', 'active', 'done', 'muted', 'danger'];
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
/** Which ink stands on which ground somewhere in the app. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'ink-faint'].flatMap((ink) => [[ink, 'paper'] as const, [ink, 'card'] as const]),
  ['ink-soft', 'paper-deep'],
  ['primary-deep', 'primary-soft'],
  ['primary-deep', 'card'],
  ['on-colour', 'primary'],
  ['on-colour', 'palest-glow'],
  ['on-colour', 'done'],
  ['on-colour', 'danger'],
  ['danger', 'card'],
  ...STATES.map((state) => [`${state}-ink`, `${state}-ground`] as const),
  ...LEVELS.map((level) => [`level-${level}`, `level-${level}-ground`] as const),
];

const faint = (colours: Record<string, string>, least: number) =>
  PAIRS.map(([ink, ground]) => ({
    pair: `${ink} on ${ground}`,
    is: contrast(colours[ink] ?? '#ffffff', colours[ground] ?? '#ffffff'),
  }))
    .filter(({ is }) => is < least)
    .map(({ pair, is }) => `${pair}: ${is.toFixed(2)}`);

test('everything written can be read by ordinary eyes', () => {
  expect(faint(coloursIn(standard), 4.5)).toEqual([]);
});

test('everything written in the elders’ edition can be read by old eyes', () => {
  expect(faint({ ...coloursIn(standard), ...coloursIn(elder) }, 7)).toEqual([]);
});
