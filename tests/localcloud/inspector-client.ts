import { request } from 'node:http';

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; text: string };

/** A request whose Host, Origin and cookies are ours to choose, which fetch does not allow. */
export function rawRequest(
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a panel asks of the page's API. Answers are read loosely, as the page itself reads them. */
export function inspectorOf(url: () => string) {
  const api = (name: string): string => `${url()}/_localcloud/api/${name}`;
  return {
    async get(name: string): Promise<never> {
      const response = await fetch(api(name));
      if (response.status !== 200) throw new Error(`${name} was answered ${response.status}`);
      return (await response.json()) as never;
    },
    async post(name: string, body: object = {}): Promise<{ status: number; body: never }> {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(api(name), { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as never };
    },
  };
}
