import { read, Refused, send } from './api.js';
import { copyButton, empty, h, show } from './dom.js';

const OPENS = 'Opens the app in a new tab as somebody. Other tabs keep who they are.';
const SIGNS_IN =
  'Signs in as somebody, with a session to copy. This app has not said how it keeps one (browserSession), so it cannot be opened from here.';

export const identitiesPanel = {
  id: 'identities',
  title: 'Identities',
  watches: ['store'],
  open(place) {
    const words = h('p', { class: 'lead' });
    const outcome = h('div', { role: 'status' });
    const list = h('div');
    let opensApp = false;
    const act = (who, label) => void actAs(who, label, opensApp, outcome);
    const newcomer = h(
      'button',
      { type: 'button', onclick: () => act({ newcomer: true }, 'a newcomer') },
      'Act as a newcomer',
    );
    place.append(words, h('p', { class: 'buttons' }, newcomer), outcome, list);
    return {
      async update() {
        const answer = await read('identities');
        opensApp = answer.opensApp;
        words.textContent = opensApp ? OPENS : SIGNS_IN;
        const none = empty('No identity is registered.');
        show(list, answer.identities.length === 0 ? none : groupsOf(answer.identities, act));
      },
    };
  },
};

function groupsOf(identities, act) {
  const groups = new Map();
  for (const identity of identities) {
    const name = identity.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), identity]);
  }
  return [...groups].map(([name, people]) => [
    name === '' ? '' : h('h2', {}, name),
    h(
      'ul',
      { class: 'plain' },
      people.map((identity) => person(identity, act)),
    ),
  ]);
}

function person({ openid, label, note }, act) {
  const open = () => act({ openid }, label);
  return h(
    'li',
    { class: 'person' },
    h(
      'div',
      {},
      h('strong', {}, label),
      note === undefined ? '' : h('span', { class: 'muted' }, ` ${note}`),
      h('code', { class: 'openid' }, openid),
    ),
    h(
      'button',
      { type: 'button', 'data-key': openid, onclick: open, 'aria-label': `Act as ${label}` },
      'Act as',
    ),
  );
}

/** Signs in and, where the app has said how it keeps a session, opens it with this one in a tab of its own. */
async function actAs(who, label, opensApp, outcome) {
  // Opened before anything is awaited: later, browsers would take it for a pop-up nobody asked for.
  const tab = opensApp ? window.open('', '_blank') : null;
  try {
    const session = await send('identities/sign-in', who);
    if (tab) {
      tab.sessionStorage.setItem(session.keep.storageKey, session.keep.value);
      tab.location.replace('/');
    }
    const done = tab
      ? 'The app is open as'
      : opensApp
        ? 'Your browser opened no tab; signed in as'
        : 'Signed in as';
    const words = h('p', {}, `${done} ${label}, `, h('code', {}, session.openid), '.');
    const copy = h('p', { class: 'buttons' }, copyButton(session.token, 'Copy the session'));
    show(outcome, h('div', { class: 'card' }, words, copy));
  } catch (error) {
    tab?.close();
    if (!(error instanceof Refused)) throw error;
    show(outcome, h('p', { class: 'bad-words' }, error.message));
  }
}
