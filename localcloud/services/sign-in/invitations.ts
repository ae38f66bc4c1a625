import { createHmac, randomInt } from 'node:crypto';
import type { Clock } from '../../clock';
import { SIGN_IN_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import type { Engine } from '../../store/engine';

export type Invitation = { code: string; openid: string; expiresAt: string };

/** No letter that looks like a digit, no vowel that makes words: 28 symbols, 57 bits in a code of 12. */
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** One-time codes that sign somebody in, for a browser that has no WeChat. Only their hashes are kept. */
export class Invitations {
  constructor(
    private readonly engine: Engine,
    private readonly secret: Buffer,
    private readonly clock: Clock,
  ) {
    engine.prepare(() =>
      engine.exec(
        'CREATE TABLE IF NOT EXISTS invitations (hash TEXT PRIMARY KEY, openid TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID',
      ),
    );
  }

  /** A code for `openid`, valid for some minutes and once. */
  issue(openid: string): Invitation {
    const code = newCode();
    const now = this.clock.now().getTime();
    const expiresAt = now + SIGN_IN_LIMITS.invitationMinutes * 60_000;
    this.engine.writeNow(() => {
      this.engine.run('DELETE FROM invitations WHERE expires_at <= ?', [now]);
      this.engine.run('INSERT INTO invitations (hash, openid, expires_at) VALUES (?, ?, ?)', [
        this.hashOf(code),
        openid,
        expiresAt,
      ]);
    });
    return { code, openid, expiresAt: new Date(expiresAt).toISOString() };
  }

  /** Whose code it is; it is used up when this resolves. Throws SIGN_IN_CODE_INVALID for any that is not good now. */
  async redeem(code: string): Promise<string> {
    const hash = this.hashOf(code);
    const openid = await this.engine.write(() => {
      const found = this.engine.get<[string]>(
        'SELECT openid FROM invitations WHERE hash = ? AND expires_at > ?',
        [hash, this.clock.now().getTime()],
      );
      this.engine.run('DELETE FROM invitations WHERE hash = ?', [hash]);
      return found?.[0];
    });
    if (openid !== undefined) return openid;
    throw new CloudError(
      'SIGN_IN_CODE_INVALID',
      'the code is wrong, has been used or has expired; ask for another',
    );
  }

  private hashOf(code: string): string {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return createHmac('sha256', this.secret).update(`invitation:${plain}`).digest('hex');
  }
}

function newCode(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
