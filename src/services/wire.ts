import Taro from '@tarojs/taro';
import type { Audience } from '@domain/kernel/action';
import type { InputIssue } from '@domain/kernel/words-for-input';
import { readToken } from './session-store';

/** What a cloud function answers. */
export type Reply =
  | { ok: true; data: unknown; requestId: string }
  | { ok: false; code: string; requestId: string; issues?: readonly InputIssue[] };
export type Request = { action: string; input: unknown; key?: string };

/** Something a server sent that no function of ours sends: a proxy's page, a cut-off body. */
const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** A connection that hangs counts as lost after this long, so that polling and sending go on. */
const PATIENCE_MS = 15_000;

/** Sends one request to the function of an audience. @throws when no reply arrived in time: the network was lost. */
export const send = (audience: Audience, request: Request): Promise<Reply> =>
  inTime(PLATFORM === 'weapp' ? sendOverWeChat(audience, request) : sendOverHttp(audience, request));

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('no reply in time')), PATIENCE_MS);
    const settled = () => clearTimeout(giveUp);
    work.then(settled, settled);
    work.then(resolve, reject);
  });
}

async function sendOverWeChat(audience: Audience, request: Request): Promise<Reply> {
  const { result } = await Taro.cloud.callFunction({ name: audience, data: request });
  if (isReply(result)) return result;
  throw new Error(`function ${audience} gave no reply`);
}

async function sendOverHttp(audience: Audience, request: Request): Promise<Reply> {
  const token = readToken();
  if (!token) return { ok: false, code: 'SIGN_IN_REQUIRED', requestId: '' };
  const response = await fetch(`/call/${audience}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ data: request }),
  });
  const body: { requestId?: string; result?: unknown } = await response.json();
  if (response.status === 401) return { ok: false, code: 'SESSION_EXPIRED', requestId: body.requestId ?? '' };
  if (isReply(body.result)) return body.result;
  return { ok: false, code: 'INTERNAL', requestId: body.requestId ?? '' };
}
