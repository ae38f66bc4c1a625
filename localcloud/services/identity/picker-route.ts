import { CloudError } from '../../protocol/cloud-error';
import { sendJson, statusOf, type Route } from '../../protocol/http';
import { readJsonObject } from '../../protocol/json-body';
import type { Identities } from './identities';
import { isFromThisMachine } from './same-origin';
import type { Sessions } from './sessions';
import { signInAs } from './sign-in';

const MAX_BODY_BYTES = 4096;

/**
 * The role picker: sign in as any registered identity, or as a newcomer, without proof.
 * It answers only where it is open (a server bound to loopback, not in service mode), to a loopback Host (against DNS
 * rebinding) and, where a browser names the page's origin, to pages of this very server (against other sites' scripts).
 */
export function pickerRoute(identities: Identities, sessions: Sessions, isOpen: boolean): Route {
  return async (request, response, url) => {
    const action = /^\/_localcloud\/(identities|sign-in|sign-out)$/.exec(url.pathname)?.[1];
    if (action === undefined) return false;
    try {
      if (action === 'sign-out' && request.method === 'POST') {
        await sessions.signOut(sessions.require(request.headers.authorization));
        sendJson(response, 200, {});
        return true;
      }
      if (!isOpen) return false;
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
        sendJson(
          response,
          200,
          signInAs(await readJsonObject(request, MAX_BODY_BYTES), identities, sessions),
        );
      else return false;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    }
    return true;
  };
}
