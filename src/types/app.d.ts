/** Replaced by the build (see `defineConstants` in config/index.ts). */
declare const PLATFORM: 'weapp' | 'h5';
declare const CLOUD_ENV: string;

declare module '*.scss';
declare module '*.svg' {
  const source: string;
  export default source;
}
declare module '*.png' {
  const source: string;
  export default source;
}
