import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import toldTaps from './config/told-taps.js';

const zodMini = {
  name: 'zod',
  message: "import * as z from 'zod/mini': 17 KB on the phone against 468 KB for the whole of zod.",
};
const bannedSyntax = [
  { selector: 'TSAnyKeyword', message: 'Say what it is, or `unknown` and narrow it.' },
  {
    selector: 'TSNonNullExpression',
    message: 'Handle the missing case; the compiler cannot see why it is impossible.',
  },
];
/** `as const` and `satisfies` are fine; other casts belong to the adapters named below. */
const bannedCasts = {
  selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
  message: 'Parse or narrow instead of casting; casts live in the adapters (see eslint.config.mjs).',
};
const pure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now` as an argument: rules have no clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument: rules have no clock.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take ids and dice as arguments: rules have none.',
  },
];
const statusOnlyInRules = {
  selector: "AssignmentExpression[left.property.name='status']",
  message: 'A status changes only through a move in *.rules.ts.',
};
const inlineValue =
  'Give it a class and a token (docs/DESIGN.md): inline values do not follow night, the elders’ edition or large letters. Only what is worked out or measured at run time (`${share}%`, `${height}px`) may stand here.';
const inlineStyles = [
  {
    selector: "JSXAttribute[name.name='style'] ObjectExpression > Property > Literal.value",
    message: inlineValue,
  },
  { selector: "JSXAttribute[name.name='style'] > Literal", message: inlineValue },
  {
    selector:
      "JSXAttribute[name.name='style'] Property > TemplateLiteral > TemplateElement[value.raw=/^(?!(%|px)$)./]",
    message: inlineValue,
  },
];

/** Where the SDK, the wire, SQLite or the phone hand over values that only a cast can name. */
const ADAPTERS = [
  'cloudfunctions/platform/{database,binding,start,compose}.ts',
  'cloudfunctions/functions/community.ts',
  'localcloud/**',
  'src/services/**',
  'src/polyfills/**',
  'scripts/**',
  'tests/**',
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'coverage/**',
      'docs/**',
      '.localcloud/**',
      'src/**/*.js',
      '*.js',
      'config/**/*.js',
      'tests/support/*.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      'no-restricted-imports': ['error', { paths: [zodMini] }],
      'no-restricted-syntax': ['error', ...bannedSyntax, bannedCasts, statusOnlyInRules],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...bannedSyntax, bannedCasts, ...pure],
      'no-restricted-globals': [
        'error',
        { name: 'wx', message: 'WeChat lives in src/services.' },
        { name: 'console', message: 'Rules return; they do not print.' },
      ],
    },
  },
  // The workflow kernel reads its own table's keys, which TypeScript types as plain strings.
  {
    files: ['domain/kernel/workflow.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedSyntax, ...pure] },
  },
  { files: ADAPTERS, rules: { 'no-restricted-syntax': ['error', ...bannedSyntax, statusOnlyInRules] } },
  {
    files: ['cloudfunctions/platform/log.ts', 'localcloud/**', 'scripts/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, huying: { rules: { 'told-taps': toldTaps } } },
    rules: {
      'huying/told-taps': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            zodMini,
            {
              name: '@cloudbase/node-sdk',
              message: 'The phone talks to the cloud through src/services/call.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', { name: 'wx', message: 'WeChat lives in src/services.' }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': ['error', ...bannedSyntax, bannedCasts, statusOnlyInRules, ...inlineStyles],
    },
  },
  // The harness loads CommonJS engines and compiled files by a path it learns at run time.
  { files: ['tests/support/*.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
