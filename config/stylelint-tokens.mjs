import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import stylelint from 'stylelint';

const RULE = 'huying/tokens';
const FOLDER = fileURLToPath(new URL('../src/styles/tokens', import.meta.url));

/** A length, a time or a colour written out. Proportions (%, em, vh, fr, deg) say how something relates to a token. */
const LITERAL =
  /(?<![\w#-])-?(?:\d*\.)?\d+(?:px|rpx|rem|pt|ms|s)\b|#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/gi;
/** What these say is a bare number. 0 and 1 (nothing, everything, just above) need no name. */
const BARE = /^(?:line-height|opacity|z-index|font-weight)$/;
const BARE_LITERAL = /^(?!-?[01]$)-?(?:\d*\.)?\d+$|^bold$/;

const declared = readdirSync(FOLDER).flatMap((file) => [
  ...readFileSync(path.join(FOLDER, file), 'utf8').matchAll(/(--hy-[\w-]+):\s*([^;]+);/g),
]);
const names = new Set(declared.map(([, name]) => name));
const holds = (held, value) => held === value || held.startsWith(`calc(${value} *`);
const namesWith = (value) => [
  ...new Set(declared.filter(([, , held]) => holds(held, value)).map(([, name]) => name)),
];

const messages = stylelint.utils.ruleMessages(RULE, {
  literal: (value) => {
    const [first, second] = namesWith(value);
    const known = first ? `${[first, second].filter(Boolean).join(' or ')} has it` : 'take the nearest step';
    return `"${value}" is a literal. Use a token of src/styles/tokens (${known}): only tokens follow night, the elders' edition and large letters. See docs/DESIGN.md.`;
  },
  unknown: (name) => `There is no token "${name}" in src/styles/tokens, so nothing would be drawn.`,
});

const literalsIn = ({ prop, value }) => {
  const said = value.replace(/url\([^)]*\)/g, '');
  const bare = BARE.test(prop) && BARE_LITERAL.test(said) ? [said] : [];
  return [...(said.match(LITERAL) ?? []), ...bare];
};

/** Style sheets of screens and components take every value from the tokens. */
const tokensOnly = (isOn) => (root, result) => {
  if (!isOn) return;
  const report = (node, message, word) =>
    stylelint.utils.report({ ruleName: RULE, result, node, message, word });
  const own = new Set();
  root.walkDecls(/^--/, ({ prop }) => void own.add(prop));
  root.walkDecls((found) => {
    for (const literal of literalsIn(found)) report(found, messages.literal(literal), literal);
    for (const [, name] of found.value.matchAll(/var\(\s*(--hy-[\w-]+)(?!#)\s*[,)]/g)) {
      if (!names.has(name) && !own.has(name)) report(found, messages.unknown(name), name);
    }
  });
};
tokensOnly.ruleName = RULE;
tokensOnly.messages = messages;

export default stylelint.createPlugin(RULE, tokensOnly);
