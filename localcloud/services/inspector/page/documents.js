import { Refused, send } from './api.js';
import { badge, copyButton, empty, fold, h, show } from './dom.js';
import { jsonView, preview } from './json.js';
import { count, duration, plural } from './words.js';

const PAGE = 20;

/** The documents of a collection: a filter, an order, pages, and what finding them cost. */
export function documentsOf(collection) {
  const filter = field(
    'filter',
    'Filter',
    '{ "status": "open", "at": { "$gt": { "$date": "2026-01-01" } } }',
  );
  const sort = field('sort', 'Order', '{ "at": -1 }');
  const cost = h('p', { class: 'cost', role: 'status' });
  const list = h('div', { class: 'folds' });
  const pager = h('div', { class: 'pager' });
  const open = new Set();
  let skip = 0;

  async function refresh() {
    try {
      const page = await send('documents', {
        ...{ collection, skip, limit: PAGE },
        ...{ filter: filter.input.value.trim(), sort: sort.input.value.trim() },
      });
      if (page.documents.length === 0 && skip > 0) return go(Math.max(0, skip - PAGE));
      show(cost, costOf(page), planOf(page));
      show(list, page.documents.length === 0 ? empty('Nothing matches.') : page.documents.map(documentFold));
      show(pager, pagerOf(page));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      show(cost, h('span', { class: 'bad-words' }, error.message));
      show(list);
      show(pager);
    }
  }

  const documentFold = (text) => {
    const doc = JSON.parse(text);
    const id = typeof doc._id === 'string' ? doc._id : JSON.stringify(doc._id);
    const summary = [h('span', { class: 'name' }, id), h('span', { class: 'preview' }, preview(doc))];
    return fold(id, open, summary, () => [
      jsonView(doc),
      h('p', {}, copyButton(JSON.stringify(doc, null, 2))),
    ]);
  };

  const go = (to) => {
    skip = to;
    return refresh();
  };
  const pagerOf = ({ documents, hasMore }) => [
    step('previous', 'Previous', skip === 0, () => go(Math.max(0, skip - PAGE))),
    h('span', {}, documents.length === 0 ? '' : `${count(skip + 1)} to ${count(skip + documents.length)}`),
    step('next', 'Next', !hasMore, () => go(skip + PAGE)),
  ];

  const submitted = (event) => {
    event.preventDefault();
    void go(0);
  };
  const form = h(
    'form',
    { class: 'query', onsubmit: submitted },
    filter.element,
    sort.element,
    h('button', { type: 'submit', class: 'main' }, 'Find'),
  );
  return { element: h('div', {}, form, cost, list, pager), refresh };
}

function field(name, label, placeholder) {
  const input = h('input', {
    ...{ id: `query-${name}`, name, placeholder, autocomplete: 'off', spellcheck: 'false' },
    autocapitalize: 'off',
  });
  return { input, element: h('label', { class: `field-${name}` }, h('span', {}, label), input) };
}

const step = (key, name, disabled, onclick) =>
  h('button', { type: 'button', 'data-key': key, disabled, onclick }, name);

const costOf = ({ documents, examined, indexed, durationMs }) => [
  badge(indexed ? 'indexed' : 'no index', indexed ? 'good' : 'warn'),
  ` examined ${count(examined)} for ${plural(documents.length, 'document')}, ${duration(durationMs)}`,
];

function planOf({ plan }) {
  const facts = [
    ['Condition on key columns', plan.where === '' ? 'none' : plan.where],
    ['Compared document by document', plan.residual ? 'yes' : 'no'],
    ['Order from', plan.sortedBy],
    ['SQLite', plan.steps.join('\n')],
  ];
  const list = h(
    'dl',
    {},
    facts.map(([name, value]) => [h('dt', {}, name), h('dd', {}, h('code', {}, value))]),
  );
  return h('details', { class: 'plan' }, h('summary', {}, 'Plan'), list);
}
