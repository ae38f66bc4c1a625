import { read } from './api.js';
import { documentsOf } from './documents.js';
import { badge, empty, h, show, table } from './dom.js';
import { bytes, count } from './words.js';

const weight = ({ bytes: number, isEstimate }) => `${isEstimate ? '≈ ' : ''}${bytes(number)}`;

const keys = (index) => index.keys.map(({ field, direction }) => `${field} ${direction}`).join(', ');

export const dataPanel = {
  id: 'data',
  title: 'Data',
  watches: ['store'],
  open(place, cloud, [name]) {
    return name === undefined ? openList(place) : openCollection(place, name);
  },
};

function openList(place) {
  const list = h('div');
  place.append(list);
  return {
    async update() {
      const { collections } = await read('collections');
      const rows = collections.map((collection) => [
        h(
          'a',
          {
            class: 'name',
            href: `#/data/${encodeURIComponent(collection.name)}`,
            'data-key': collection.name,
          },
          collection.name,
        ),
        count(collection.documents),
        weight(collection),
        collection.indexes.length === 0
          ? h('span', { class: 'muted' }, 'none')
          : count(collection.indexes.length),
      ]);
      const none = empty('No collection is declared or has been created.');
      show(
        list,
        rows.length === 0 ? none : table('Collections', ['Collection', 'Documents', 'Size', 'Indexes'], rows),
      );
    },
  };
}

function openCollection(place, name) {
  const facts = h('p', { class: 'facts' });
  const indexes = h('div');
  place
    .querySelector('h1')
    .replaceChildren(h('a', { href: '#/data' }, 'Data'), ' / ', h('span', { class: 'name' }, name));
  const documents = documentsOf(name);
  place.append(facts, documents.element, h('h2', {}, 'Indexes'), indexes);
  return {
    async update() {
      const { collections } = await read('collections');
      const collection = collections.find((candidate) => candidate.name === name);
      if (!collection) return show(facts, 'There is no such collection.');
      show(facts, `${count(collection.documents)} documents, ${weight(collection)}`);
      show(indexes, indexTable(collection));
      await documents.refresh();
    },
  };
}

function indexTable({ indexes }) {
  if (indexes.length === 0) return empty('None is declared: only reading by _id is fast.');
  const rows = indexes.map((index) => [
    h('span', { class: 'name' }, index.name),
    h('code', {}, keys(index)),
    index.unique ? badge('unique', 'good') : '',
    index.arrays.length === 0 ? '' : [badge('arrays'), ' ', h('code', {}, index.arrays.join(', '))],
  ]);
  return table('Indexes', ['Index', 'Keys', 'Unique', 'Holds arrays'], rows);
}
