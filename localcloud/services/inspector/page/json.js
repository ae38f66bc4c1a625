import { h } from './dom.js';

/** A value as lines of coloured JSON; extended JSON's dates are shown as ISO text. */
export function jsonView(value) {
  return h('pre', { class: 'json', tabindex: '0' }, h('code', {}, lines(value, '')));
}

/** The same for text that should be JSON, but may have been cut short. */
export function jsonTextView(text) {
  try {
    return jsonView(JSON.parse(text));
  } catch {
    return h('pre', { class: 'json', tabindex: '0' }, text);
  }
}

const coloured = (kind, text) => h('span', { class: `j-${kind}` }, text);

function lines(value, indent) {
  const special = specialOf(value);
  if (special) return special;
  if (value === null || typeof value !== 'object')
    return coloured(value === null ? 'null' : typeof value, JSON.stringify(value));
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item) => [undefined, item]) : Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const inner = `${indent}  `;
  return [
    `${open}\n`,
    entries.map(([key, item], i) => [
      inner,
      key === undefined ? '' : [coloured('key', JSON.stringify(key)), ': '],
      lines(item, inner),
      i < entries.length - 1 ? ',\n' : '\n',
    ]),
    indent + close,
  ];
}

function specialOf(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  const date = value.$date;
  if (typeof date === 'number' && Object.keys(value).length === 1)
    return coloured('date', `{ "$date": "${new Date(date).toISOString()}" }`);
  return undefined;
}

/** One line about a document, after its id. */
export function preview(doc) {
  const others = Object.fromEntries(Object.entries(doc).filter(([name]) => name !== '_id'));
  const text = JSON.stringify(others, (_key, value) =>
    typeof value?.$date === 'number' ? new Date(value.$date).toISOString() : value,
  );
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
