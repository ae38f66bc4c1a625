import { Agent, request } from 'node:http';

/** A client of `POST /call/…` with connections that stay open, at most so many of them. */
export function openCaller(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });

  /** One call. @throws when it was not answered with 200. */
  const call = (name: string, token: string, data: object): Promise<unknown> => {
    const body = JSON.stringify({ data });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/call/${name}`, { method: 'POST', headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve((JSON.parse(text) as { result: unknown }).result);
          else reject(new Error(`${name} answered ${response.statusCode} ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };
  return { call, close: () => agent.destroy() };
}
