import { get } from 'node:http';

/** One thing a stream of `GET /live` tells of. */
export type Told = { readonly topic: string; readonly _id?: string; readonly version?: number };

/** Opens a stream and calls `hear` with what it tells. Resolves to what ends it, once the server listens. */
export function listen(
  url: string,
  token: string,
  hear: (told: readonly Told[]) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const sent = get(
      `${url}/live`,
      { headers: { authorization: `Bearer ${token}` }, agent: false },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`a stream was refused with ${response.statusCode}`));
          return;
        }
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (more: string) => {
          const parts = `${text}${more}`.split('\n\n');
          text = parts.pop() ?? '';
          resolve(() => sent.destroy());
          for (const part of parts) {
            const json = /^data: (.*)$/m.exec(part)?.[1];
            if (json !== undefined) hear((JSON.parse(json) as { changes: Told[] }).changes);
          }
        });
        response.on('error', () => undefined);
      },
    );
    sent.on('error', reject);
  });
}
