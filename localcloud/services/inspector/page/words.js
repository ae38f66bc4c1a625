import { h } from './dom.js';

const numbers = new Intl.NumberFormat('en');
const instants = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const timesOfDay = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export const count = (number) => numbers.format(number);

export const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

export function bytes(number) {
  if (number < 1000) return `${number} B`;
  const [size, unit] =
    number < 1e6 ? [number / 1e3, 'KB'] : number < 1e9 ? [number / 1e6, 'MB'] : [number / 1e9, 'GB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

export function duration(ms) {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export const instant = (iso) => h('time', { datetime: iso, title: iso }, instants.format(new Date(iso)));

export const timeOfDay = (iso) =>
  h('time', { datetime: iso, title: instants.format(new Date(iso)) }, timesOfDay.format(new Date(iso)));

/** e.g. `in 3 h 20 min`, `2 min ago`. */
export function distance(iso, now) {
  const ms = new Date(iso).getTime() - now;
  const seconds = Math.round(Math.abs(ms) / 1000);
  const parts = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([number]) => number > 0);
  if (first < 0) return 'now';
  const words = parts
    .slice(first, first + 2)
    .filter(([number]) => number > 0)
    .map(([number, unit]) => `${number} ${unit}`)
    .join(' ');
  return ms > 0 ? `in ${words}` : `${words} ago`;
}
