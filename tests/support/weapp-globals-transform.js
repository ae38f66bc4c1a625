// Compiled mini-program code runs in jsdom here, and jsdom has much that WeChat's logic layer lacks. Each emitted file
// gets those names shadowed, so that what would crash on a phone crashes in the test too.
const { createHash } = require('node:crypto');

const ABSENT_ON_PHONES = [
  'window document navigator location history self alert',
  'fetch XMLHttpRequest Headers Request Response FormData Blob File FileReader WebSocket Worker',
  'AbortController AbortSignal MessageChannel BroadcastChannel Event EventTarget CustomEvent',
  'localStorage sessionStorage indexedDB structuredClone TextEncoder TextDecoder crypto atob btoa URL URLSearchParams',
  'HTMLElement Image IntersectionObserver ResizeObserver MutationObserver getComputedStyle matchMedia requestIdleCallback',
  'process Buffer setImmediate',
]
  .join(' ')
  .split(' ');

const PREFIX = `var ${ABSENT_ON_PHONES.join(',')};`;

module.exports = {
  process: (source) => ({ code: PREFIX + source }),
  getCacheKey: (source, file) =>
    createHash('sha256').update(PREFIX).update(file).update(source).digest('hex'),
};
