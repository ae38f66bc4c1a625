const UNITLESS = 'A width where a layout changes has a name in src/styles/breakpoints.scss.';

/** @type {import('stylelint').Config} */
export default {
  customSyntax: 'postcss-scss',
  plugins: ['./config/stylelint-tokens.mjs'],
  reportNeedlessDisables: true,
  rules: {
    'huying/tokens': true,
    'color-named': ['never', { message: 'Use a colour of src/styles/tokens.' }],
    'media-feature-name-unit-allowed-list': [{ '/^(min|max)-/': [] }, { message: UNITLESS }],
    'keyframes-name-pattern': ['^hy-', { message: 'Names of the app begin with "hy-".' }],
  },
  overrides: [
    {
      files: ['src/styles/tokens/**', 'src/styles/breakpoints.scss'],
      rules: { 'huying/tokens': null },
    },
  ],
};
