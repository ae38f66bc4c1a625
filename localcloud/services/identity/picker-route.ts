import type { IncomingMessage } from 'node:http';
import { CloudError } from '../../protocol/cloud-error';
import { parseJson, readBody, sendJson, statusOf, type Route } from '../../protocol/http';
import { isRecord, textParam } from '../../protocol/params';
import { newOpenid, type Identities } from './identities';
import type { IssuedSession, Sessions } from './sessions';

const MAX_BODY_BYTES = 4096;
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The role picker: sign in as any registered identity, or as a newcomer, without proof.
 * It answers only on a server bound to loopback, to a loopback Host (against DNS rebinding) and, where a browser
 * names the page's origin, to pages of this very server (against other sites' scripts).
 */
export function pickerRoute(identities: Identities, sessions: Sessions, boundToLoopback: boolean): Route {
  return async (request, response, url) => {
    const action = /^\/_localcloud\/(identities|sign-in|sign-out)$/.exec(url.pathname)?.[1];
    if (action === undefined) return false;
    try {
      if (action === 'sign-out' && request.method === 'POST') {
        await sessions.signOut(sessions.require(request.headers.authorization));
        sendJson(response, 200, {});
        return true;
      }
      if (!boundToLoopback) return false;
      if (!isFromThisMachine(request)) {
        sendJson(response, 403, {
          code: 'FORBIDDEN',
          message: 'the role picker answers only on this machine',
        });
        return true;
      }
      if (action === 'identities' && request.method === 'GET')
        sendJson(response, 200, { identities: identities.list() });
      else if (action === 'sign-in' && request.method === 'POST')
        sendJson(response, 200, await signIn(request));
      else return false;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    }
    return true;
  };

  async function signIn(request: IncomingMessage): Promise<IssuedSession> {
    // A form on another site cannot send this type without asking first.
    if (request.headers['content-type']?.startsWith('application/json') !== true)
      throw new CloudError('INVALID_PARAM', 'the content type must be application/json');
    const body = parseJson(await readBody(request, MAX_BODY_BYTES));
    if (!isRecord(body)) throw new CloudError('INVALID_PARAM', 'the request body must be an object');
    if (body['newcomer'] === true) return sessions.issue(newOpenid());
    const openid = textParam(body, 'openid');
    if (!identities.has(openid))
      throw new CloudError('INVALID_PARAM', 'no identity with that openid is registered');
    return sessions.issue(openid);
  }
}

function isFromThisMachine(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (host === undefined || !LOOPBACK_NAMES.has(host.replace(/:\d+$/, ''))) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}
