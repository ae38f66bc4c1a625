import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { rulesOf, SRC, styleSheets, THEMES, tokenNames, tokensOf } from './themes';

const root = path.resolve(__dirname, '../../..');

/** What a linter says, by line, about lines that somebody might write into a file of src/components. */
function complaints(tool: 'stylelint' | 'eslint', file: string, lines: readonly string[]): string[][] {
  const run = spawnSync(
    path.join(root, 'node_modules/.bin', tool),
    ['--stdin', '--stdin-filename', path.join(root, 'src/components', file), '--format', 'json'].map((arg) =>
      tool === 'stylelint' && arg === '--format' ? '--formatter' : arg,
    ),
    { cwd: root, input: `${lines.join('\n')}\n`, encoding: 'utf8' },
  );
  const [report] = JSON.parse(run.stdout + run.stderr);
  const said: { line: number; text?: string; message?: string }[] = report.warnings ?? report.messages;
  return lines.map((_, index) =>
    said.filter(({ line }) => line === index + 1).map(({ text, message }) => text ?? message ?? ''),
  );
}

const PLANTED: readonly (readonly [code: string, remedy: RegExp])[] = [
  ['.hy-x { padding: 12px; }', /"12px" is a literal.*--hy-space-3/],
  ['.hy-x { border-color: #C4421C; }', /"#C4421C" is a literal/],
  ['.hy-x { background: rgba(0, 0, 0, 0.4); }', /"rgba\(0, 0, 0, 0\.4\)" is a literal/],
  ['.hy-x { color: white; }', /Use a colour of/],
  ['.hy-x { transition: opacity 300ms; }', /"300ms" is a literal/],
  ['.hy-x { opacity: 0.5; }', /"0\.5" is a literal/],
  ['.hy-x { font-weight: 700; }', /"700" is a literal/],
  ['.hy-x { width: var(--hy-row, 20px); }', /"20px" is a literal/],
  ['.hy-x { color: var(--hy-primry); }', /no token "--hy-primry"/],
  ['@media (min-width: 900px) { .hy-x { width: 50%; } }', /breakpoints\.scss/],
];

test('who writes a value into a style sheet is told what to do instead', () => {
  const said = complaints(
    'stylelint',
    'planted.scss',
    PLANTED.map(([code]) => code),
  );
  PLANTED.forEach(([, remedy], index) => expect(said[index]).toEqual([expect.stringMatching(remedy)]));
}, 60_000);

test('a style sheet of tokens and proportions is fine', () => {
  const fine = [
    '.hy-x { --hy-own: var(--hy-ink); color: var(--hy-own); }',
    '.hy-y { width: calc(50% - 2 * var(--hy-space-3)); height: 4.5em; opacity: 0; }',
    ".hy-z { background: url('a.svg#abc'); transform: rotate(-8deg); }",
  ];
  expect(complaints('stylelint', 'planted.scss', fine).flat()).toEqual([]);
}, 60_000);

test('a value written into an element is refused, one worked out at run time is not', () => {
  const element = (style: string) =>
    `export const X = ({ n }: { n: number }) => <i style={{ ${style} }} id={n} />;`;
  const planted = ["color: 'red'", 'height: 12', 'width: `${n}rem`'].map(element);
  for (const said of complaints('eslint', 'planted.tsx', planted)) {
    expect(said).toContainEqual(expect.stringContaining('Give it a class and a token'));
  }
  expect(complaints('eslint', 'planted.tsx', [element('width: `${n}%`')]).flat()).toEqual([]);
}, 60_000);

const design = (value: string | undefined): number => Number(/(\d+)px/.exec(value ?? '')?.[1]);
const LETTERS = ['xs', 'sm', 'md', 'lg', 'xl', 'xxl'];

test('in the elders’ edition no letter is smaller than 18, and no target smaller than 60', () => {
  const elder = tokensOf(['elder']);
  const letters = LETTERS.map((size) => design(elder[`--hy-text-${size}`]) / 2);
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(18);
  expect(design(elder['--hy-target']) / 2).toBeGreaterThanOrEqual(60);
});

test.each(THEMES)('letters grow with what WeChat is set to $name', ({ classes }) => {
  const tokens = tokensOf(classes);
  const sizes = LETTERS.map((size) => tokens[`--hy-text-${size}`]);
  expect(sizes.filter((size) => !size?.includes('var(--hy-zoom)'))).toEqual([]);
});

test('no token is left that nothing uses', () => {
  const rules = [...styleSheets(), path.join(SRC, 'app.scss')].flatMap(rulesOf);
  const used = new Set<string>();
  for (const rule of rules) {
    rule.walkDecls(({ value }) =>
      [...value.matchAll(/var\((--hy-[\w-]+)/g)].forEach(([, name = '']) => used.add(name)),
    );
  }
  expect([...tokenNames()].filter((name) => !used.has(name))).toEqual([]);
});

test('a class is dressed by one style sheet: browsers get them all as one, and a second would undo the first', () => {
  const blocks = new Map<string, Set<string>>();
  for (const sheet of styleSheets()) {
    for (const { selector } of rulesOf(sheet)) {
      const [, block] = /^\.(hy-[a-z-]+)$/.exec(selector) ?? [];
      if (block) blocks.set(block, (blocks.get(block) ?? new Set()).add(path.relative(SRC, sheet)));
    }
  }
  expect(
    [...blocks].filter(([, sheets]) => sheets.size > 1).map(([block, sheets]) => [block, ...sheets]),
  ).toEqual([]);
});
