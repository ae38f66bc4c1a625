import { sign } from '@cloudbase/signature-nodejs';
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { WIRE_LIMITS } from '../limits';
import { CloudError } from './cloud-error';
import type { Params } from './params';

export type Credentials = { readonly secretId: string; readonly secretKey: string };

/** What a signature covers. `url` is the path and query as received. */
export type SignedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Params;
};

/**
 * Checks a TC3-HMAC-SHA256 signature by making it again with the SDK's own signer.
 * Throws SIGN_PARAM_INVALID for a wrong key, a changed request, or one older than ten minutes.
 */
export function verifySignature(request: SignedRequest, credentials: Credentials, now: Date): void {
  const { authorization } = request.headers;
  const timestamp = Number(request.headers['x-timestamp']);
  const names = /SignedHeaders=([^,]+)/.exec(authorization ?? '')?.[1]?.split(';');
  if (!authorization || !names || !Number.isFinite(timestamp)) throw refused('the request is not signed');
  if (Math.abs(now.getTime() / 1000 - timestamp) > WIRE_LIMITS.signatureValidSeconds)
    throw refused('the signature has expired');
  if (!names.includes('host') || !names.includes('content-type'))
    throw refused('host and content-type must be signed');
  if (!sameText(authorization, signAgain(request, credentials, names, timestamp)))
    throw refused('the signature does not match: wrong secretId or secretKey');
}

function signAgain(
  { method, url, headers, params }: SignedRequest,
  credentials: Credentials,
  names: readonly string[],
  timestamp: number,
): string {
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]));
  const { authorization } = sign({
    ...credentials,
    method: method.toLowerCase(),
    url: `http://${headers.host}${url}`,
    params,
    headers: signed,
    withSignedParams: true,
    timestamp,
  });
  return authorization;
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function refused(reason: string): CloudError {
  return new CloudError('SIGN_PARAM_INVALID', `signature check failed: ${reason}`);
}
