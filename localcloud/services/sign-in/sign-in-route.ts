import type { Clock } from '../../clock';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { sendJson, statusOf, type Route } from '../../protocol/http';
import { readJsonObject } from '../../protocol/json-body';
import { textParam } from '../../protocol/params';
import { addressOf } from '../../protocol/proxied';
import type { Sessions } from '../identity/sessions';
import { Attempts } from './attempts';
import type { Invitations } from './invitations';
import { exchangeLoginCode, type WechatLogin } from './wechat-login';

const MAX_BODY_BYTES = 1024;

export type SignInParts = {
  sessions: Sessions;
  invitations: Invitations;
  /** Undefined where no mini-program is configured. */
  wechat: WechatLogin | undefined;
  clock: Clock;
  log: Log;
};

/** `POST /sign-in/wechat` with a `wx.login` code, `POST /sign-in/code` with an invitation's: `{ code }` for a session. */
export function signInRoute({ sessions, invitations, wechat, clock, log }: SignInParts): Route {
  const attempts = new Attempts(clock);
  return async (request, response, url) => {
    const way = /^\/sign-in\/(wechat|code)$/.exec(url.pathname)?.[1];
    if (way === undefined || request.method !== 'POST') return false;
    const address = addressOf(request);
    try {
      attempts.admit(address);
      const code = textParam(await readJsonObject(request, MAX_BODY_BYTES), 'code');
      const openid = way === 'wechat' ? await throughWechat(code) : await invitations.redeem(code);
      sendJson(response, 200, sessions.issue(openid));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.code === 'SIGN_IN_CODE_INVALID') attempts.failed(address);
      sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    }
    return true;
  };

  function throughWechat(code: string): Promise<string> {
    if (wechat) return exchangeLoginCode(wechat, code, log);
    throw new CloudError(
      'SIGN_IN_UNAVAILABLE',
      'this server has no mini-program: set WECHAT_APPID and WECHAT_SECRET',
    );
  }
}
