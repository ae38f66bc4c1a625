import * as z from 'zod/mini';
import { err, ok, type Result } from '@domain/kernel/result';
import { forgetReads } from './query-client';
import { keepSession, readToken } from './session-store';

/** Somebody one can try the app as. Exists only where localcloud runs on this very computer. */
const identity = z.object({
  openid: z.string(),
  label: z.string(),
  note: z.optional(z.string()),
  group: z.optional(z.string()),
});
export type LocalIdentity = z.output<typeof identity>;

const identityList = z.object({ identities: z.array(identity) });
const signedIn = z.object({ token: z.string(), openid: z.string() });

export type LocalFault = 'NOT_LOCAL' | 'NETWORK';

/** The people of this computer. `NOT_LOCAL` where there is no picker: then only WeChat can sign in. */
export async function listIdentities(): Promise<Result<LocalIdentity[], LocalFault>> {
  const answer = await ask('/_localcloud/identities', {}, identityList);
  return answer.ok ? ok(answer.value.identities) : answer;
}

/** Signs this tab in as one of them, or as somebody nobody has met yet. */
export async function signInAs(
  who: { openid: string } | { newcomer: true },
): Promise<Result<null, LocalFault>> {
  const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(who) };
  const answer = await ask('/_localcloud/sign-in', body, signedIn);
  if (!answer.ok) return answer;
  forgetReads();
  keepSession({ token: answer.value.token, personKey: answer.value.openid });
  return ok(null);
}

export type InvitationFault = 'WRONG' | 'TOO_OFTEN' | 'UNAVAILABLE' | 'NETWORK';

/** Signs this browser in with the code a colleague at the server made for one person; it is good once. */
export async function signInWithInvitation(code: string): Promise<Result<null, InvitationFault>> {
  try {
    const response = await fetch('/sign-in/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (response.status === 401 || response.status === 400) return err('WRONG');
    if (response.status === 429) return err('TOO_OFTEN');
    const parsed = signedIn.safeParse(await response.json());
    if (!response.ok || !parsed.success) return err('UNAVAILABLE');
    forgetReads();
    keepSession({ token: parsed.data.token, personKey: parsed.data.openid });
    return ok(null);
  } catch {
    return err('NETWORK');
  }
}

/** Takes the code out of an invitation's link; it does not stay in the address, or in the history. */
export function takeInvitation(): string {
  const address = new URL(window.location.href);
  const code = address.searchParams.get('invitation') ?? '';
  if (code === '') return code;
  address.searchParams.delete('invitation');
  window.history.replaceState(window.history.state, '', address);
  return code;
}

/** Tells the server that this session is over. It ends on this tab whether or not the server hears it. */
export async function endSession(): Promise<void> {
  const headers = { authorization: `Bearer ${readToken() ?? ''}` };
  await fetch('/_localcloud/sign-out', { method: 'POST', headers }).catch(() => undefined);
}

async function ask<S extends z.ZodMiniType>(
  path: string,
  request: RequestInit,
  schema: S,
): Promise<Result<z.output<S>, LocalFault>> {
  try {
    const response = await fetch(path, request);
    if (!response.ok) return err('NOT_LOCAL');
    const parsed = schema.safeParse(await response.json());
    return parsed.success ? ok(parsed.data) : err('NOT_LOCAL');
  } catch {
    return err('NETWORK');
  }
}
