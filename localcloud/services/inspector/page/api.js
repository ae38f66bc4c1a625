/** What the server refused, in its own words. */
export class Refused extends Error {}

/** The server gave no answer. */
export class Unreachable extends Error {}

async function ask(path, options) {
  const response = await fetch(`/_localcloud/api/${path}`, { credentials: 'same-origin', ...options }).catch(
    () => {
      throw new Unreachable('localcloud does not answer. This page goes on trying.');
    },
  );
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Refused(answer.message ?? `the server answered ${response.status}`);
}

export const read = (name, asked = {}) => {
  const query = new URLSearchParams(asked).toString();
  return ask(query === '' ? name : `${name}?${query}`);
};

export const send = (name, body = {}) =>
  ask(name, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
