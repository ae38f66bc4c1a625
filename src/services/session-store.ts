import { watched } from './watched';

/** Who is signed in on this tab. `personKey` only tells people apart, e.g. to keep their drafts apart. */
export type StoredSession = { readonly token: string; readonly personKey: string };

const NAME = 'hy.session';
/** On WeChat the platform itself knows the person with every call; there is nothing to keep. */
const WECHAT_SESSION: StoredSession = { token: '', personKey: 'me' };

const isSession = (value: unknown): value is StoredSession =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'personKey' in value &&
  typeof value.personKey === 'string';

function parse(text: string | null): StoredSession | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}

/** The tab's own session first, so that several people can be tried in several tabs; else this browser's last one. */
function firstRead(): StoredSession | null {
  if (PLATFORM === 'weapp') return WECHAT_SESSION;
  return parse(sessionStorage.getItem(NAME)) ?? parse(localStorage.getItem(NAME));
}

export const session = watched<StoredSession | null>(firstRead);

export const readToken = (): string | null => session.get()?.token ?? null;
export const readPersonKey = (): string => session.get()?.personKey ?? 'nobody';

export function keepSession(next: StoredSession): void {
  sessionStorage.setItem(NAME, JSON.stringify(next));
  localStorage.setItem(NAME, JSON.stringify(next));
  session.set(next);
}

/** Signs this tab out; somebody else in another tab stays signed in there. */
export function dropSession(): void {
  const shared = parse(localStorage.getItem(NAME));
  if (shared?.token === session.get()?.token) localStorage.removeItem(NAME);
  sessionStorage.removeItem(NAME);
  session.set(null);
}
