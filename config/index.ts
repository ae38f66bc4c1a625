import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import aliases from './aliases';

const root = path.resolve(__dirname, '..');
const platform = process.env.TARO_ENV ?? 'h5';
const isRelease = process.env.NODE_ENV === 'production';

/** Code that is written for newer engines than old phones have: these packages, and our own code outside src. */
const needsTranspiling = [
  (file: string) => /node_modules[\\/](@tanstack|zod)[\\/]/.test(file),
  path.join(root, 'domain'),
  path.join(root, 'config'),
];
const localcloud = process.env.LOCALCLOUD_URL ?? 'http://127.0.0.1:3900';
const toLocalcloud = { target: localcloud, changeOrigin: true };

export default defineConfig<'webpack5'>({
  projectName: 'huying',
  date: '2026-11-22',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.TARO_CACHE === '1' },
  alias: aliases,
  // WeChat is told the tab bar's icons in src/theme.json, where Taro does not look for files.
  copy: {
    patterns: platform === 'weapp' ? [{ from: 'src/assets/tab/', to: 'dist/weapp/assets/tab/' }] : [],
    options: {},
  },
  plugins:
    platform === 'weapp'
      ? [path.join(__dirname, 'aria-plugin.ts'), path.join(__dirname, 'fold-plugin.ts')]
      : [],
  defineConstants: {
    PLATFORM: JSON.stringify(platform),
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
  },
  sass: { data: `$is-browser: ${platform === 'h5'};` },
  jsMinimizer: 'terser',
  cssMinimizer: 'csso',
  // Taro's own terser settings quote keys, which turns `#name` of a class into a syntax error.
  // It also writes 暖 as \u6696, six bytes for three: Chinese words are a tenth of the main package.
  terser: {
    enable: true,
    config: {
      // Short keys are webpack's modules and exports, which nobody calls with `new`.
      compress: { ecma: 2017, passes: 3, unsafe_methods: /^(\d+|[\w$]{1,3})$/ },
      output: { ecma: 2017, quote_keys: false, keep_quoted_props: false, ascii_only: false },
    },
  },
  mini: {
    enableSourceMap: !isRelease,
    compile: { include: needsTranspiling },
    runtime: { enableInnerHTML: false },
    // Keeps what only sub-packages use out of the main package; in watch mode its files would pile up.
    optimizeMainPackage: { enable: isRelease },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain, webpack) {
      const polyfill = path.join(root, 'src/polyfills/abort-controller.ts');
      chain
        .plugin('absent-on-wechat')
        .use(webpack.ProvidePlugin, [{ AbortController: [polyfill, 'AbortController'] }]);
    },
  },
  h5: {
    enableSourceMap: !isRelease,
    compile: { include: needsTranspiling },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true },
      // A rem is 14 px on phones. On a PC the pages stay about as large instead of growing with the window.
      pxtransform: { enable: true, config: { maxRootSize: 15.5, minRootSize: 14 } },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      const cacheGroups = {
        // One style sheet: as a chunk per page, a shared component's rules would come again after a page's own.
        styles: { name: 'styles', type: 'css/mini-extract', chunks: 'all', enforce: true, priority: 100 },
        // What several pages use is fetched once instead of with each of them.
        shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 10 },
      };
      chain.merge({ optimization: { splitChunks: { cacheGroups } } });
      // Every page is a chunk of its own; Taro's runtime alone is past the advice meant for web sites.
      chain.performance.hints(false);
    },
    devServer: {
      port: 10086,
      open: false,
      proxy: [{ context: ['/call', '/_localcloud', '/upload', '/files'], ...toLocalcloud }],
    },
  },
});
