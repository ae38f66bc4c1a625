import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Asked by a loopback name, so that no name that points here by DNS will do, and not by another site's page. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const { host } = request.headers;
  return host !== undefined && LOOPBACK_NAMES.has(host.replace(/:\d+$/, '')) && isFromOwnPage(request);
}

/** Not, as far as the browser says, from a page of another site (or of another port of this machine). */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}
