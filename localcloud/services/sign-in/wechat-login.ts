import { codeOf } from '../../error-facts';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { isRecord } from '../../protocol/params';

/** A mini-program's credentials, and where WeChat's API is (its real address when not given). */
export type WechatLogin = { appid: string; secret: string; apiUrl?: string };

const WECHAT_API = 'https://api.weixin.qq.com';
const TIMEOUT_MS = 5000;

/** What WeChat's refusals mean to whoever is signing in; every other one is ours to mend. */
const REFUSALS: Readonly<Record<number, CloudError>> = {
  40029: new CloudError('SIGN_IN_CODE_INVALID', 'the code is wrong or has expired; call wx.login again'),
  40163: new CloudError('SIGN_IN_CODE_USED', 'the code has been used; call wx.login again'),
  40226: new CloudError('SIGN_IN_REFUSED', 'WeChat does not let this account sign in'),
  45011: new CloudError('SIGN_IN_TOO_OFTEN', 'too many tries; wait a minute'),
};

/**
 * Exchanges a `wx.login` code for the openid of whoever has it, through WeChat's `jscode2session`. The session key it
 * also answers with is thrown away. Throws CloudError; nothing it throws or logs holds the code or the secret.
 */
export async function exchangeLoginCode(
  { appid, secret, apiUrl = WECHAT_API }: WechatLogin,
  code: string,
  log: Log,
): Promise<string> {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
  const answer = await ask(`${apiUrl}/sns/jscode2session?${query.toString()}`, log);
  const { openid, errcode } = answer;
  if (typeof openid === 'string' && openid !== '') return openid;
  const refusal = typeof errcode === 'number' ? REFUSALS[errcode] : undefined;
  if (refusal) throw refusal;
  log({ level: 'error', message: 'WeChat refused a sign-in; check WECHAT_APPID and WECHAT_SECRET', errcode });
  throw unavailable();
}

async function ask(url: string, log: Log): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer: unknown = await response.json();
    if (isRecord(answer)) return answer;
  } catch (error) {
    const cause: unknown =
      typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
    log({
      level: 'error',
      message: 'WeChat could not be reached for a sign-in',
      reason: codeOf(cause) || 'no answer',
    });
    throw unavailable();
  }
  log({ level: 'error', message: 'WeChat answered a sign-in with something that is no answer' });
  throw unavailable();
}

function unavailable(): CloudError {
  return new CloudError(
    'SIGN_IN_UNAVAILABLE',
    'signing in through WeChat does not work just now; try again later',
  );
}
