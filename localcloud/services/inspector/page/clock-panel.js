import { Refused, send } from './api.js';
import { badge, codeBadge, h, show } from './dom.js';
import { jsonTextView } from './json.js';
import { duration, instant, plural } from './words.js';

const MINUTE = 60_000;
const STEPS = [
  ['1 minute', MINUTE],
  ['10 minutes', 10 * MINUTE],
  ['1 hour', 60 * MINUTE],
  ['1 day', 24 * 60 * MINUTE],
];
const UNITS = [
  ['minutes', MINUTE],
  ['hours', 60 * MINUTE],
  ['days', 24 * 60 * MINUTE],
];
const bigWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

export const clockPanel = {
  id: 'clock',
  title: 'Clock',
  watches: ['timers'],
  open(place, cloud) {
    const time = h('p', { class: 'big-time' });
    const state = h('p', { class: 'lead' });
    const outcome = h('div', { role: 'status' });
    const controls = controlsOf(async (words, work) => {
      show(outcome, h('p', {}, words));
      outcome.setAttribute('aria-busy', 'true');
      try {
        show(outcome, outcomeOf(await work()));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        show(outcome, h('p', { class: 'bad-words' }, error.message));
      } finally {
        outcome.removeAttribute('aria-busy');
        await cloud.refresh();
      }
    });
    place.append(time, state, controls, outcome, explanation());
    const tick = () => {
      time.textContent = bigWords.format(new Date(cloud.now()));
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      show(
        state,
        cloud.isMoved() ? badge('moved', 'moved') : badge('real time', 'good'),
        ` as your browser reads it, in ${zone}`,
      );
    };
    return { update: async () => tick(), tick };
  },
};

function controlsOf(attempt) {
  const advance = (ms, words) => attempt(`Advancing by ${words}…`, () => send('clock/advance', { ms }));
  const amount = h('input', { id: 'amount', type: 'number', min: '1', value: '2', inputmode: 'numeric' });
  const unit = h(
    'select',
    { id: 'unit', 'aria-label': 'Unit' },
    UNITS.map(([name, ms]) => h('option', { value: ms }, name)),
  );
  const at = h('input', { id: 'at', type: 'datetime-local', step: '1' });
  const advanced = (event) => {
    event.preventDefault();
    const name = unit.selectedOptions[0].textContent;
    void advance(Number(amount.value) * Number(unit.value), `${amount.value} ${name}`);
  };
  const set = (event) => {
    event.preventDefault();
    if (at.value === '') return at.focus();
    void attempt('Setting…', () => send('clock/set', { to: new Date(at.value).toISOString() }));
  };
  return h(
    'div',
    { class: 'cards' },
    h(
      'article',
      { class: 'card' },
      h('h2', {}, 'Advance'),
      h(
        'p',
        { class: 'buttons' },
        STEPS.map(([name, ms]) =>
          h('button', { type: 'button', onclick: () => void advance(ms, name) }, `+ ${name}`),
        ),
      ),
      h(
        'form',
        { class: 'row', onsubmit: advanced },
        h('label', { for: 'amount' }, 'By'),
        amount,
        unit,
        h('button', { type: 'submit', class: 'main' }, 'Advance'),
      ),
    ),
    h(
      'article',
      { class: 'card' },
      h('h2', {}, 'Set'),
      h(
        'form',
        { class: 'row', onsubmit: set },
        h('label', { for: 'at' }, 'To'),
        at,
        h('button', { type: 'submit', class: 'main' }, 'Set'),
      ),
      h(
        'p',
        { class: 'buttons' },
        h(
          'button',
          { type: 'button', onclick: () => void attempt('Going back…', () => send('clock/reset')) },
          'Back to real time',
        ),
      ),
    ),
  );
}

function outcomeOf({ now, runs }) {
  const arrived = h(
    'p',
    {},
    'It is now ',
    instant(now),
    runs === undefined
      ? '.'
      : runs.length === 0
        ? '. No timer was due on the way.'
        : `. ${plural(runs.length, 'run')} of timers on the way:`,
  );
  if (runs === undefined || runs.length === 0) return [arrived];
  const shown = runs.slice(-50).reverse();
  const cut =
    shown.length < runs.length
      ? h('p', { class: 'muted' }, `The last ${shown.length} of ${runs.length}.`)
      : '';
  return [arrived, cut, h('div', { class: 'folds' }, shown.map(runFold))];
}

function runFold({ timer, at, code, durationMs, outcome }) {
  const summary = h(
    'summary',
    {},
    h(
      'span',
      { class: 'call dated' },
      h('span', { class: 'when muted' }, instant(at)),
      h('span', { class: 'name' }, timer),
      h('span', { class: 'took' }, duration(durationMs)),
      codeBadge(code),
    ),
  );
  return h('details', { class: 'fold' }, summary, h('div', { class: 'fold-body' }, jsonTextView(outcome)));
}

const explanation = () =>
  h(
    'div',
    { class: 'notes' },
    h(
      'p',
      {},
      h('strong', {}, 'Advance'),
      ' lets time pass: every timer runs once for each of its times on the way, in order, with the clock standing at that time while it runs.',
    ),
    h('p', {}, h('strong', {}, 'Set'), ' jumps: what lies between does not happen.'),
    h(
      'p',
      {},
      'The clock governs ',
      h('code', {}, 'serverDate'),
      ', timers, sessions, links and transactions. Functions read the machine’s time with ',
      h('code', {}, 'new Date()'),
      '; how far ahead the environment is stands in their variable ',
      h('code', {}, 'LOCALCLOUD_CLOCK_AHEAD_MS'),
      '.',
    ),
  );
