import { request } from 'node:http';

/** What a function answers; see the dispatcher. */
export type Reply =
  | { readonly ok: true; readonly data: unknown; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly requestId: string;
      readonly issues?: readonly { readonly path: readonly PropertyKey[] }[];
    };

type Sending = { method: 'GET' | 'POST' | 'PUT'; token?: string; type?: string; body?: string | Buffer };
export type Received = { readonly status: number; readonly text: string };

/** One HTTP exchange. Node's own client, because jsdom's tests have no `fetch`. @throws when the connection breaks. */
export function exchange(url: string, { method, token, type, body }: Sending): Promise<Received> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function postJson(url: string, body: object, token?: string): Promise<Received> {
  const said = JSON.stringify(body);
  return exchange(url, {
    method: 'POST',
    type: 'application/json',
    body: said,
    ...(token === undefined ? {} : { token }),
  });
}

/** Calls a function the way an app does. A reply that is none of a function's (no session, no such function) throws. */
export async function callFunction(url: string, name: string, data: object, token: string): Promise<Reply> {
  const { status, text } = await postJson(`${url}/call/${name}`, { data }, token);
  const body = JSON.parse(text) as { result?: Reply; code?: string };
  if (body.result === undefined) throw new Error(`${name} answered ${status} ${body.code ?? text}`);
  return body.result;
}
