import { read } from './api.js';
import { codeBadge, empty, fold, h, show } from './dom.js';
import { jsonView } from './json.js';
import { instant } from './words.js';

export const messagesPanel = {
  id: 'wechat',
  title: 'WeChat',
  watches: ['store'],
  open(place) {
    const list = h('div', { class: 'folds' });
    const open = new Set();
    place.append(
      h(
        'p',
        { class: 'lead' },
        'What would have gone to WeChat, the last 200, newest first. Nothing was sent.',
      ),
      list,
    );
    return {
      async update() {
        const { sent } = await read('wechat');
        show(
          list,
          sent.length === 0
            ? empty('Nothing so far.')
            : sent.map((call, i) => messageFold(call, `${sent.length - i} ${call.at}`, open)),
        );
      },
    };
  },
};

function messageFold({ apiName, to, request, response, at }, key, open) {
  const code = typeof response?.errcode === 'number' ? response.errcode : undefined;
  const summary = h(
    'span',
    { class: 'call dated' },
    h('span', { class: 'when muted' }, instant(at)),
    h('span', { class: 'name' }, apiName),
    h('span', { class: 'who' }, to === '' ? '' : `to ${to}`),
    code === undefined ? '' : codeBadge(code === 0 ? 'OK' : `errcode ${code}`),
  );
  return fold(key, open, summary, () => [
    h('h2', { class: 'small' }, 'Request'),
    jsonView(request),
    h('h2', { class: 'small' }, 'Answer'),
    jsonView(response),
  ]);
}
