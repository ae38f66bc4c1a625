// Read by Taro's webpack runner (builds) and by babel-jest (tests).
const isTest = process.env.NODE_ENV === 'test';

module.exports = {
  presets: isTest
    ? [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ]
    : [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
