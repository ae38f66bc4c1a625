import { readdirSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Rule } from 'postcss';
import { compile } from 'sass';

export const SRC = path.resolve(__dirname, '../../../src');
export const THEMES = [
  { name: 'by day', classes: [], least: 4.5 },
  { name: 'by day in the elders’ edition', classes: ['elder'], least: 7 },
  { name: 'by night', classes: ['dark'], least: 4.5 },
  { name: 'by night in the elders’ edition', classes: ['dark', 'elder'], least: 7 },
] as const;

export type Tokens = Readonly<Record<string, string>>;

/** Every rule of a style sheet as the browser gets it. */
export function rulesOf(file: string): Rule[] {
  const rules: Rule[] = [];
  postcss.parse(compile(file).css).walkRules((rule) => void rules.push(rule));
  return rules;
}

export const styleSheets = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scss') && !file.startsWith('styles/'))
    .map((file) => path.join(SRC, file));

const tokenRules = rulesOf(path.join(SRC, 'styles/tokens.scss'));
const classesIn = (selector: string): string[] =>
  [...selector.matchAll(/\.hy-(?:theme--)?([\w-]+)/g)].map(([, name]) => name ?? '');

/** The tokens of a root with these classes, later rules and more classes winning, as in a browser. */
export function tokensOf(classes: readonly string[]): Tokens {
  const on = ['theme', ...classes];
  const holding = tokenRules
    .map((rule) => ({ rule, needed: classesIn(rule.selector) }))
    .filter(({ needed }) => needed.every((name) => on.includes(name)))
    .sort((one, other) => one.needed.length - other.needed.length);
  const tokens: Record<string, string> = {};
  for (const { rule } of holding)
    rule.walkDecls(/^--hy-/, (found) => void (tokens[found.prop] = found.value));
  return tokens;
}

/** Every token some theme has. */
export const tokenNames = (): ReadonlySet<string> =>
  new Set(THEMES.flatMap(({ classes }) => Object.keys(tokensOf(classes))));

/** WCAG relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
