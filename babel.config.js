// Read by Taro's webpack runner (builds) and by babel-jest (tests).
// The oldest engines that read ES2017 whole; scripts/check-es-level.ts holds the release to it.
const targets = { ios: '10.3', chrome: '60' };
const isTest = process.env.NODE_ENV === 'test';

module.exports = {
  presets: isTest
    ? [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ]
    : [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets }]],
};
