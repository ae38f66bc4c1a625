import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock';
import { SESSION_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import { isRecord } from '../../protocol/params';
import type { Engine } from '../../store/engine';

export type Session = { readonly id: string; readonly openid: string; readonly expiresAt: number };
export type IssuedSession = { token: string; openid: string; expiresAt: string };

const DAY_MS = 24 * 3600 * 1000;

export const SIGNED_OUT_TABLE =
  'CREATE TABLE IF NOT EXISTS signed_out (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID';

/** Signed sessions: the token says who, the signature that we said so. Only sign-outs are stored. */
export class Sessions {
  private readonly listeners: ((sessionId: string) => void)[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly secret: Buffer,
    private readonly clock: Clock,
  ) {
    engine.prepare(() => engine.exec(SIGNED_OUT_TABLE));
    engine.setUp(() => engine.run('DELETE FROM signed_out WHERE expires_at < ?', [clock.now().getTime()]));
  }

  issue(openid: string): IssuedSession {
    const expiresAt = this.clock.now().getTime() + SESSION_LIMITS.validDays * DAY_MS;
    const session: Session = { id: randomUUID(), openid, expiresAt };
    const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
    const token = `${payload}.${this.sign(payload).toString('base64url')}`;
    return { token, openid, expiresAt: new Date(expiresAt).toISOString() };
  }

  /** The session of an `Authorization: Bearer …` header. Throws SESSION_EXPIRED when there is none that is valid. */
  require(authorization: string | undefined): Session {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    const session = token === undefined ? undefined : this.read(token);
    if (session) return session;
    throw new CloudError('SESSION_EXPIRED', 'sign in first: there is no session, or it has expired');
  }

  /** Calls `listener` with the id of each session that is signed out. */
  onSignOut(listener: (sessionId: string) => void): void {
    this.listeners.push(listener);
  }

  async signOut(session: Session): Promise<void> {
    await this.engine.write(() =>
      this.engine.run('INSERT OR IGNORE INTO signed_out (id, expires_at) VALUES (?, ?)', [
        session.id,
        session.expiresAt,
      ]),
    );
    for (const listener of this.listeners) listener(session.id);
  }

  private read(token: string): Session | undefined {
    const [payload, signature, ...rest] = token.split('.');
    if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(payload);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const session = parseSession(payload);
    if (!session || session.expiresAt <= this.clock.now().getTime()) return undefined;
    const isSignedOut = this.engine.get('SELECT 1 FROM signed_out WHERE id = ?', [session.id]) !== undefined;
    return isSignedOut ? undefined : session;
  }

  private sign(payload: string): Buffer {
    return createHmac('sha256', this.secret).update(`session:${payload}`).digest();
  }
}

function parseSession(payload: string): Session | undefined {
  const parsed: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!isRecord(parsed)) return undefined;
  const { id, openid, expiresAt } = parsed;
  if (typeof id !== 'string' || typeof openid !== 'string' || typeof expiresAt !== 'number') return undefined;
  return { id, openid, expiresAt };
}
