import { CloudError } from '../../protocol/cloud-error';
import { textParam, type Params } from '../../protocol/params';
import { newOpenid, type Identities } from './identities';
import type { IssuedSession, Sessions } from './sessions';

/** A session without proof: as a registered identity (`{ openid }`), or as somebody new (`{ newcomer: true }`). */
export function signInAs(asked: Params, identities: Identities, sessions: Sessions): IssuedSession {
  if (asked['newcomer'] === true) return sessions.issue(newOpenid());
  const openid = textParam(asked, 'openid');
  if (!identities.has(openid))
    throw new CloudError('INVALID_PARAM', 'no identity with that openid is registered');
  return sessions.issue(openid);
}
