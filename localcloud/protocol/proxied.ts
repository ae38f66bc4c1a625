import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, type Route } from './http';

/*
 * Who is at the other end when a reverse proxy stands in between. Its word is taken only when it speaks from this
 * machine; anybody can write these headers.
 */

const PROXY_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];
/** What only this machine uses: the SDK's endpoint, the command line's, the developer page. */
const INTERNAL = /^\/(admin|_localcloud)(\/|$)/;
/** The one of them that belongs to everybody with a session. */
const SIGN_OUT = '/_localcloud/sign-out';
const HSTS = 'max-age=31536000';

/** The address a request came from: the proxy's word for it when the proxy is on this machine. */
export function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? '';
  const told = lastOf(request.headers['x-forwarded-for']);
  return isThisMachine(peer) && told !== undefined ? told : peer;
}

/**
 * Keeps a public server's insides in: what came through a proxy, or from another machine, gets clients' routes only,
 * over HTTPS, under the one name this server has.
 */
export function publicGate(publicUrl: string): Route {
  const { host: publicHost, protocol } = new URL(publicUrl);
  return (request, response, url) => {
    const peer = request.socket.remoteAddress ?? '';
    const isProxied = PROXY_HEADERS.some((name) => request.headers[name] !== undefined);
    if (!isProxied && isThisMachine(peer)) return false;
    if (INTERNAL.test(decoded(url.pathname)) && url.pathname !== SIGN_OUT)
      return refuse(response, 404, 'nothing is served at this address');
    if (!isThisMachine(peer)) return false;
    const host = lastOf(request.headers['x-forwarded-host']) ?? request.headers.host;
    if (host !== publicHost) return refuse(response, 421, `this server is ${publicHost}`);
    if (protocol !== 'https:') return false;
    if (lastOf(request.headers['x-forwarded-proto']) !== 'https')
      return refuse(response, 403, `use ${publicUrl}`);
    response.setHeader('strict-transport-security', HSTS);
    return false;
  };
}

function refuse(response: ServerResponse, status: number, message: string): true {
  sendJson(response, status, { code: status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', message });
  return true;
}

// The last proxy is the one that can be trusted; what stands before its word came from outside.
function lastOf(header: string | string[] | undefined): string | undefined {
  return (
    String(header ?? '')
      .split(',')
      .pop()
      ?.trim() || undefined
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, '/');
  } catch {
    return path;
  }
}

function isThisMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
