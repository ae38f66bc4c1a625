import path from 'node:path';
import { contrast, rulesOf, SRC, styleSheets, THEMES, tokensOf, type Tokens } from './themes';

type Pair = readonly [ink: string, ground: string];

const STATES = ['waiting', 'active', 'done', 'muted', 'danger'];
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const NOTES = ['note-cream', 'note-rose', 'note-mint', 'note-sky'];
const GROUNDS = ['paper', 'paper-deep', 'card', 'primary-soft', ...STATES.map((state) => `${state}-ground`)];

/** Words whose ground is that of something around them, so no rule of the style sheets names both. */
const INHERITED: readonly Pair[] = [
  ...GROUNDS.map((ground) => ['ink', ground] as const),
  ...['paper', 'card', 'paper-deep'].map((ground) => ['ink-soft', ground] as const),
  ...['paper', 'card'].flatMap((ground) =>
    ['ink-faint', 'primary-deep', 'danger-ink', 'waiting-ink', 'danger', 'done'].map(
      (ink) => [ink, ground] as const,
    ),
  ),
  ...NOTES.flatMap((note) => ['ink', 'ink-soft', 'seal', 'stamp'].map((ink) => [ink, note] as const)),
  ...LEVELS.map((level) => ['on-colour', `level-${level}`] as const),
  ...LEVELS.map((level) => [`level-${level}`, 'card'] as const),
  ['on-colour', 'primary'],
  ['on-glow', 'glow'],
  ['door-ink', 'door'],
  ['ink-soft', 'primary-soft'],
];

const token = (value: string | undefined): string | undefined =>
  /^var\(--hy-([\w-]+)\)$/.exec(value ?? '')?.[1];

/** What the style sheets say themselves: a rule that names a ground and an ink. */
function written(): Pair[] {
  return styleSheets()
    .flatMap(rulesOf)
    .flatMap((rule): Pair[] => {
      let ink: string | undefined;
      let ground: string | undefined;
      rule.walkDecls('color', ({ value }) => void (ink = token(value)));
      rule.walkDecls(/^background(-color)?$/, ({ value }) => void (ground = token(value)));
      return ink && ground ? [[ink, ground]] : [];
    });
}

/** A gradient counts with each of its colours; what is seen through (rgba) is left to the sweep in a browser. */
const coloursOf = (tokens: Tokens, name: string): readonly string[] =>
  (tokens[`--hy-${name}`] ?? '').match(/#[0-9a-f]{6}/g) ?? [];

const pairs = [...INHERITED, ...written()];

const faint = (tokens: Tokens, least: number): string[] =>
  [...new Set(pairs.map(String))]
    .map((pair): Pair => {
      const [ink = '', ground = ''] = pair.split(',');
      return [ink, ground];
    })
    .flatMap(([ink, ground]) =>
      coloursOf(tokens, ink).flatMap((one) =>
        coloursOf(tokens, ground).map((other) => ({ pair: `${ink} on ${ground}`, is: contrast(one, other) })),
      ),
    )
    .filter(({ is }) => is < least)
    .map(({ pair, is }) => `${pair}: ${is.toFixed(2)}`);

test.each(THEMES)('everything written can be read $name', ({ classes, least }) => {
  expect(faint(tokensOf(classes), least)).toEqual([]);
});

test('the style sheets are read: a state and a button are among the pairs', () => {
  expect(written()).toEqual(
    expect.arrayContaining([
      ['waiting-ink', 'waiting-ground'],
      ['on-glow', 'glow'],
    ]),
  );
});

test.each(THEMES)('a level has a colour of its own $name', ({ classes }) => {
  const strips = LEVELS.map((level) => tokensOf(classes)[`--hy-level-${level}-strip`]);
  expect(new Set(strips).size).toBe(LEVELS.length);
});

test('no colour of the day is left over by night', () => {
  const [day, night] = [tokensOf([]), tokensOf(['dark'])];
  const isColour = (value: string) => /#[0-9a-f]{3,8}|rgba/.test(value);
  const kept = Object.keys(day).filter((name) => isColour(day[name] ?? '') && day[name] === night[name]);
  expect(kept).toEqual([]);
});

test('the bars WeChat draws have the colours of the pages between them', async () => {
  const { default: theme } = await import(path.join(SRC, 'theme.json'));
  const bars = (classes: readonly string[]) => {
    const tokens = tokensOf(classes);
    return ['paper', 'card', 'ink-soft', 'primary-deep'].map((name) => tokens[`--hy-${name}`]);
  };
  const said = ({ paper, card, tabInk, tabOn }: Record<string, string>) => [paper, card, tabInk, tabOn];
  expect(said(theme.light)).toEqual(bars([]));
  expect(said(theme.dark)).toEqual(bars(['dark']));
});
