/** Makes an element: `h('a', { class: 'x', href: '#', onclick: f }, 'text', child)`. Text is never read as HTML. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ''));
  return element;
}

/** Shows other content in a place; what had the keyboard keeps it, found again by its `data-key`. */
export function show(place, ...children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (key !== undefined)
    place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** A row that opens. What is inside is made when it opens first; `open` remembers which rows are open. */
export function fold(key, open, summary, inside, attributes = {}) {
  const body = h('div', { class: 'fold-body' });
  const fill = () => body.childElementCount === 0 && body.append(...[inside()].flat());
  const isOpen = open.has(key);
  if (isOpen) fill();
  const toggled = ({ target }) => {
    if (target.open) {
      open.add(key);
      fill();
    } else open.delete(key);
  };
  return h(
    'details',
    { class: 'fold', open: isOpen, ontoggle: toggled, ...attributes },
    h('summary', { 'data-key': key }, summary),
    body,
  );
}

export const badge = (text, kind = 'plain') => h('span', { class: `badge ${kind}` }, text);

/** How a call ended, for a row of calls; the whole code stands in its title where there is no room for it. */
export function codeBadge(code) {
  const kind = code === undefined ? 'plain' : code === 'OK' ? 'good' : 'bad';
  return h('span', { class: `badge code ${kind}`, title: code }, code ?? 'running');
}

export const empty = (...words) => h('p', { class: 'empty' }, words);

/** A table whose cells carry their heading, so that on a phone each row can stand as a card. */
export function table(label, headings, rows) {
  const head = h(
    'tr',
    {},
    headings.map((heading) => h('th', { scope: 'col' }, heading)),
  );
  const body = rows.map((cells) =>
    h(
      'tr',
      {},
      cells.map((cell, i) => h('td', { 'data-heading': headings[i] }, cell === '' ? '' : h('div', {}, cell))),
    ),
  );
  return h(
    'div',
    { class: 'scroll' },
    h('table', { 'aria-label': label }, h('thead', {}, head), h('tbody', {}, body)),
  );
}

export function copyButton(text, name = 'Copy') {
  const copied = async ({ target }) => {
    await navigator.clipboard.writeText(text);
    target.textContent = 'Copied';
  };
  return h('button', { type: 'button', class: 'quiet', onclick: copied }, name);
}
