import { read, Refused, Unreachable } from './api.js';
import { h, show } from './dom.js';
import { clockPanel } from './clock-panel.js';
import { callsPanel } from './calls-panel.js';
import { dataPanel } from './data-panel.js';
import { identitiesPanel } from './identities-panel.js';
import { messagesPanel } from './messages-panel.js';
import { queriesPanel } from './queries-panel.js';
import { timersPanel } from './timers-panel.js';

const PANELS = [dataPanel, queriesPanel, callsPanel, timersPanel, clockPanel, messagesPanel, identitiesPanel];
const PULSE_MS = 1500;

const places = Object.fromEntries(
  ['env', 'clock', 'trouble', 'sections', 'panel'].map((id) => [id, document.getElementById(id)]),
);
const clockWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** The environment's time as last heard, and this browser's at that moment. */
let heard = { at: 0, now: Date.now(), isMoved: false };
const cloud = {
  /** Epoch ms on the environment's clock. */
  now: () => heard.now + (performance.now() - heard.at),
  isMoved: () => heard.isMoved,
  /** Looks at once instead of at the next pulse. */
  refresh: () => pulse(),
  /** Waits for something the page asked to be done, and shows what became of it. */
  done: (work) => work.then(() => pulse(), report),
};

let current;
let seen;

function open() {
  const [id = '', ...rest] = location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  const panel = PANELS.find((candidate) => candidate.id === id) ?? PANELS[0];
  for (const link of places.sections.querySelectorAll('a'))
    if (link.dataset.key === panel.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  document.title = `${panel.title} · localcloud`;
  const place = h('section', { 'aria-labelledby': 'title' });
  place.append(h('h1', { id: 'title' }, panel.title));
  show(places.panel, place);
  places.sections.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  current = { panel, ...panel.open(place, cloud, rest) };
  seen = undefined;
  void pulse();
}

/** Asks how far things have come; the open panel looks again only when what it shows has changed. */
async function pulse() {
  const opened = current;
  try {
    const { env, clock, versions } = await read('pulse');
    heard = { at: performance.now(), now: new Date(clock.now).getTime(), isMoved: clock.isMoved };
    places.env.textContent = env;
    tick();
    const now = JSON.stringify(opened.panel.watches.map((name) => versions[name]));
    if (opened === current && now !== seen) {
      seen = now;
      await opened.update();
    }
    places.trouble.hidden = true;
  } catch (error) {
    seen = undefined;
    report(error);
  }
}

/** Says what went wrong between page and server; a fault of the page itself belongs on the browser's console. */
function report(error) {
  if (!(error instanceof Refused) && !(error instanceof Unreachable)) throw error;
  places.trouble.textContent = error.message;
  places.trouble.hidden = false;
}

function tick() {
  const moved = heard.isMoved ? [h('span', { class: 'badge moved' }, 'moved')] : [];
  show(places.clock, h('span', {}, clockWords.format(new Date(cloud.now()))), moved);
  current?.tick?.();
}

async function keepLooking() {
  try {
    if (!document.hidden) await pulse();
  } finally {
    setTimeout(keepLooking, PULSE_MS);
  }
}

show(
  places.sections,
  PANELS.map(({ id, title }) => h('a', { href: `#/${id}`, 'data-key': id }, title)),
);
addEventListener('hashchange', open);
document.addEventListener('visibilitychange', () => void (document.hidden || pulse()));
setInterval(() => document.hidden || tick(), 1000);
open();
void keepLooking();
