import { read, send } from './api.js';
import { badge, empty, h, show } from './dom.js';
import { jsonTextView } from './json.js';
import { distance, duration, instant } from './words.js';

const CAUSES = { schedule: 'by its schedule', request: 'by hand', advance: 'as the clock was advanced' };

export const timersPanel = {
  id: 'timers',
  title: 'Timers',
  watches: ['timers'],
  open(place, cloud) {
    const list = h('div', { class: 'cards' });
    place.append(
      h(
        'p',
        { class: 'lead' },
        'Expressions are read in China’s time. Runs follow ',
        h('a', { href: '#/clock' }, 'the environment’s clock'),
        '.',
      ),
      list,
    );
    return {
      async update() {
        const { timers } = await read('timers');
        show(
          list,
          timers.length === 0 ? empty('No timer is declared.') : timers.map((timer) => card(timer, cloud)),
        );
      },
      tick() {
        for (const place of list.querySelectorAll('[data-next]'))
          place.textContent = distance(place.dataset.next, cloud.now());
      },
    };
  },
};

function card(timer, cloud) {
  const run = ({ target }) => {
    target.disabled = true;
    target.textContent = 'Running…';
    void cloud.done(send('timers/run', { name: timer.name }));
  };
  const words = timer.isRunning ? 'Running…' : 'Run now';
  const button = h(
    'button',
    {
      type: 'button',
      class: 'main',
      'data-key': `run ${timer.name}`,
      disabled: timer.isRunning,
      onclick: run,
      'aria-label': `${words}: ${timer.name}`,
    },
    words,
  );
  return h(
    'article',
    { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, h('span', { class: 'name' }, timer.name)), button),
    h(
      'dl',
      { class: 'inline' },
      fact('Function', h('span', { class: 'name' }, timer.functionName)),
      fact('Schedule', h('code', {}, timer.cron)),
      fact(
        'Next',
        timer.next === undefined
          ? 'never again'
          : [
              instant(timer.next),
              ' ',
              h('span', { class: 'muted', 'data-next': timer.next }, distance(timer.next, cloud.now())),
            ],
      ),
      fact('Last', timer.last ? lastOf(timer.last) : h('span', { class: 'muted' }, 'not since the start')),
    ),
    timer.last ? h('div', { class: 'outcome', role: 'status' }, jsonTextView(timer.last.outcome)) : '',
  );
}

const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));

const lastOf = ({ at, cause, code, durationMs }) => [
  badge(code, code === 'OK' ? 'good' : 'bad'),
  ' ',
  instant(at),
  h('span', { class: 'muted' }, ` ${CAUSES[cause]}, ${duration(durationMs)}`),
];
