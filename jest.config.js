const aliases = require('./config/aliases');

const moduleNameMapper = Object.fromEntries(
  Object.entries(aliases).map(([alias, folder]) => [`^${alias}/(.*)$`, `${folder}/$1`]),
);
const transform = { '\\.m?[jt]sx?$': 'babel-jest' };
// zod and mingo ship ES modules beside CommonJS; jest picks CommonJS by the "require" condition, so node_modules stay untransformed.
const node = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.spec.ts`],
  moduleNameMapper,
  transform,
});

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    node('domain'),
    node('localcloud'),
    node('parity'),
    node('cloudfunctions'),
    node('journeys'),
    {
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/client/**/*.spec.ts?(x)'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/setup-client.ts'],
      moduleNameMapper: {
        '\\.(css|scss)$': 'identity-obj-proxy',
        '\\.(png|svg|jpg)$': '<rootDir>/tests/support/asset-stub.js',
        '^@tarojs/components$': '<rootDir>/tests/support/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/support/taro.ts',
        ...moduleNameMapper,
      },
      transform,
    },
    {
      // The compiled mini-program (dist/weapp), through WeChat's own template compiler and component framework.
      displayName: 'simulate',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/simulate/**/*.spec.ts'],
      moduleNameMapper,
      transform: {
        '/dist/weapp/.*\\.js$': '<rootDir>/tests/support/weapp-globals-transform.js',
        ...transform,
      },
    },
  ],
};
