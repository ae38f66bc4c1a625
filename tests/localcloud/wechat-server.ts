import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What WeChat's `jscode2session` answers to each code; for a code it does not know, that it is invalid. */
export type WechatServer = { url: string; asked: URLSearchParams[]; close(): Promise<void> };

/** WeChat's sign-in API on this machine, for one app. Codes are good once, as there. */
export async function startWechatServer(answers: Record<string, object>): Promise<WechatServer> {
  const asked: URLSearchParams[] = [];
  const used = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat');
    asked.push(searchParams);
    const code = searchParams.get('js_code') ?? '';
    const answer = used.has(code)
      ? { errcode: 40163, errmsg: 'code been used' }
      : (answers[code] ?? { errcode: 40029, errmsg: 'invalid code' });
    used.add(code);
    response.statusCode = pathname === '/sns/jscode2session' ? 200 : 404;
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
