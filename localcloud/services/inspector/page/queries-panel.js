import { read, send } from './api.js';
import { badge, copyButton, empty, h, show } from './dom.js';
import { count, duration, instant, plural } from './words.js';

const PROBLEMS = {
  refused: ['refused', 'bad', 'Strict mode refused it: no index narrows it, and the collection is large.'],
  unindexed: ['no index', 'warn', 'No index narrows it: it reads the whole collection.'],
  wasteful: ['wasteful', 'warn', 'It reads ten times as many documents as it returns, or more.'],
  slow: ['slow', 'plain', 'It took 100 ms or more.'],
};

export const queriesPanel = {
  id: 'queries',
  title: 'Queries',
  watches: ['queries'],
  open(place, cloud) {
    const list = h('div', { class: 'cards' });
    const cleared = () => cloud.done(send('clear'));
    place.append(
      h(
        'p',
        { class: 'lead' },
        'Queries that were slow, wasteful, or had no index, by their shape since the start. ',
        h('button', { type: 'button', class: 'quiet', onclick: cleared }, 'Clear'),
      ),
      list,
    );
    return {
      async update() {
        const { queries } = await read('queries');
        show(list, queries.length === 0 ? empty('None so far.') : queries.map(card));
      },
    };
  },
};

function card(query) {
  const [word, kind, meaning] = PROBLEMS[query.problem];
  const facts = [
    ['Asked', plural(query.times, 'time')],
    ['Examined', atMost(count, query.examined, query.mostExamined)],
    ['Returned', count(query.returned)],
    ['Took', atMost(duration, query.durationMs, query.longestMs)],
    ['Last', instant(query.lastAt)],
  ];
  return h(
    'article',
    { class: 'card' },
    h('h2', {}, h('span', { class: 'name' }, query.collection), ' ', badge(word, kind)),
    h(
      'pre',
      { class: 'shape', tabindex: '0' },
      `${query.filter}${query.sort === '' ? '' : `\nby ${query.sort}`}`,
    ),
    h('p', { class: 'muted' }, meaning),
    h(
      'dl',
      { class: 'inline' },
      facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    ),
    query.declareIndex.length === 0 ? '' : advice(query),
  );
}

const atMost = (words, last, most) => (most > last ? `${words(last)}, at most ${words(most)}` : words(last));

function advice({ declareIndex }) {
  const keys = declareIndex.map((key) => {
    const at = key.lastIndexOf(' ');
    return `{ field: '${key.slice(0, at)}', direction: ${key.slice(at + 1)} }`;
  });
  const declaration = `keys: [${keys.join(', ')}]`;
  return h(
    'p',
    { class: 'advice' },
    h('span', {}, 'Declare an index: '),
    h('code', {}, declareIndex.join(', ')),
    ' ',
    copyButton(declaration, 'Copy keys'),
  );
}
