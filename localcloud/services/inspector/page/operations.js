import { badge, h, table } from './dom.js';
import { count, duration } from './words.js';

const HEADINGS = ['Operation', 'Collection', 'Query', 'Examined', 'Returned', 'Took'];

/** Database operations as a table. */
export const operationsTable = (operations) => table('Database operations', HEADINGS, operations.map(row));

function row({ action, collection, query, examined, returned, indexed, durationMs, code }) {
  const name = action.replace(/^database\./, '');
  return [
    [h('span', { class: 'name' }, name), code === undefined ? '' : [' ', badge(code, 'bad')]],
    collection,
    query === undefined ? (indexed ? h('span', { class: 'muted' }, 'by id') : '') : h('code', {}, query),
    [
      examined === undefined ? '' : count(examined),
      indexed === false ? [' ', badge('no index', 'warn')] : '',
    ],
    returned === undefined ? '' : count(returned),
    duration(durationMs),
  ];
}
