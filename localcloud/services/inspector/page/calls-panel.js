import { read, send } from './api.js';
import { badge, codeBadge, empty, fold, h, show } from './dom.js';
import { jsonTextView } from './json.js';
import { operationsTable } from './operations.js';
import { count, duration, plural, timeOfDay } from './words.js';

export const callsPanel = {
  id: 'calls',
  title: 'Calls',
  watches: ['calls'],
  open(place, cloud) {
    const list = h('div', { class: 'folds' });
    const outside = h('div', { class: 'folds' });
    const open = new Set();
    let labels;
    const cleared = () => cloud.done(send('clear'));
    place.append(
      h(
        'p',
        { class: 'lead' },
        'The last 200 calls of functions, newest first, each with its database operations. ',
        h('button', { type: 'button', class: 'quiet', onclick: cleared }, 'Clear'),
      ),
      list,
      h('h2', {}, 'Outside a call'),
      h('p', { class: 'lead' }, 'Operations of seeds, scripts and tests, and any that name no call.'),
      outside,
    );
    return {
      async update() {
        labels ??= await readLabels();
        const answer = await read('calls');
        const { operations } = answer.outside;
        show(
          list,
          answer.calls.length === 0
            ? empty('No function has been called.')
            : answer.calls.map((call) => callFold(call, open, labels)),
        );
        const words = `${plural(answer.outside.count, 'operation')}${answer.outside.count > operations.length ? `, the last ${operations.length} kept` : ''}`;
        show(
          outside,
          operations.length === 0
            ? empty('None.')
            : fold('outside', open, words, () => operationsTable(operations)),
        );
      },
    };
  },
};

/** What people are called, by openid. */
async function readLabels() {
  const { identities } = await read('identities');
  return new Map(identities.map(({ openid, label }) => [openid, label]));
}

function callFold(call, open, labels) {
  const summary = h(
    'span',
    { class: 'call' },
    h('span', { class: 'when muted' }, timeOfDay(call.at)),
    h('span', { class: 'name' }, call.functionName),
    h('span', { class: 'who' }, callerOf(call.caller, labels)),
    h(
      'span',
      { class: 'ops muted' },
      call.operationCount === 0 ? 'no operations' : plural(call.operationCount, 'operation'),
      call.isUnindexed ? [' ', badge('no index', 'warn')] : '',
    ),
    h('span', { class: 'took' }, call.durationMs === undefined ? 'running' : duration(call.durationMs)),
    codeBadge(call.code),
  );
  return fold(call.id, open, summary, () => {
    const inside = h('div', { 'aria-busy': 'true' }, 'Reading…');
    void fillDetail(inside, call.id);
    return inside;
  });
}

async function fillDetail(place, id) {
  const { call } = await read('call', { id }).catch((error) => ({ call: { error } }));
  place.removeAttribute('aria-busy');
  if (call.error) return show(place, h('p', {}, call.error.message));
  const kept = call.operations.length;
  show(
    place,
    call.caller.openid === undefined ? '' : h('p', {}, 'Caller ', h('code', {}, call.caller.openid)),
    call.caller.callId === undefined
      ? ''
      : h('p', {}, 'Called by the call ', h('code', {}, call.caller.callId)),
    h(
      'h2',
      { class: 'small' },
      call.operationCount > kept
        ? `Database operations, the first ${kept} of ${count(call.operationCount)}`
        : 'Database operations',
    ),
    kept === 0 ? h('p', { class: 'muted' }, 'None.') : operationsTable(call.operations),
    h('h2', { class: 'small' }, 'Event'),
    jsonTextView(call.event),
    h('h2', { class: 'small' }, call.code === 'OK' ? 'Result' : 'Error'),
    call.outcome === undefined ? h('p', { class: 'muted' }, 'Not yet.') : jsonTextView(call.outcome),
    h('p', { class: 'muted' }, 'Request id ', h('code', {}, id)),
  );
}

function callerOf({ openid, trigger, callId }, labels) {
  if (openid !== undefined) return labels.get(openid) ?? openid;
  if (trigger === 'timer') return badge('timer');
  return badge(callId === undefined ? 'server' : 'function');
}
