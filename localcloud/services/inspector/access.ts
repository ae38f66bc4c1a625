import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../../protocol/http';
import { isFromOwnPage, isFromThisMachine } from '../identity/same-origin';

export const PAGE_PATH = '/_localcloud/';
const MAX_TOKEN_AGE_SECONDS = 12 * 3600;

/** Who may see the developer page, and what it offers. */
export type Access = {
  /** The page's address on a server reached at `url`; with the token where one is needed. */
  address(url: string): string;
  /** Whether this request may be answered. When not, it has been answered already. */
  admit(request: IncomingMessage, response: ServerResponse, url: URL): boolean;
};

/** On a server bound to loopback: this machine's browsers, on pages of this very server. */
export const openToThisMachine: Access = {
  address: (url) => `${url}${PAGE_PATH}`,
  admit: (request, response) => {
    if (isFromThisMachine(request)) return true;
    refuse(response, 403, 'the developer page answers only on this machine, to pages of its own');
    return false;
  },
};

/**
 * On a server others can reach: whoever has the token of this start. It is given once in the address, from where it
 * moves into a cookie, or with every request as `Authorization: Bearer …`.
 */
export function openWithToken(): Access {
  const token = randomBytes(24).toString('base64url');
  return {
    address: (url) => `${url}${PAGE_PATH}?token=${token}`,
    admit: (request, response, url) => {
      const given = url.searchParams.get('token');
      if (given !== null && request.method === 'GET' && url.pathname === PAGE_PATH && isSame(given, token)) {
        const cookie = `${cookieName(request)}=${token}; Path=${PAGE_PATH}; HttpOnly; SameSite=Strict; Max-Age=${MAX_TOKEN_AGE_SECONDS}`;
        response.writeHead(303, { location: PAGE_PATH, 'set-cookie': cookie, 'cache-control': 'no-store' });
        response.end();
        return false;
      }
      const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (isFromOwnPage(request) && isSame(bearer ?? cookieOf(request) ?? '', token)) return true;
      refuse(
        response,
        401,
        'open the developer page at the address with the token, as the log gives it at the start',
      );
      return false;
    },
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { code: 'FORBIDDEN', message });
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

// A browser keeps cookies by host, whatever the port: each server of a host needs a name of its own.
function cookieName({ headers }: IncomingMessage): string {
  return `localcloud_${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? 'page'}`;
}

function cookieOf(request: IncomingMessage): string | undefined {
  const start = `${cookieName(request)}=`;
  const parts = (request.headers.cookie ?? '').split('; ');
  return parts.find((part) => part.startsWith(start))?.slice(start.length);
}
