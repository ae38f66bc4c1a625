import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { codeOf } from '../../error-facts';

/** The environment's secret: 32 random bytes in a file only its owner may read, made at the first start. */
export function loadSecret(file: string): Buffer {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    if (secret.length !== 32)
      throw new Error(`${file} does not hold a key; remove it to have a new one made`);
    chmodSync(file, 0o600);
    return secret;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const secret = randomBytes(32);
    writeFileSync(file, `${secret.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
