import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts contact details at rest, so that a copy of the database tells no one's phone number. */
export type Secrets = { seal(plain: string): string; open(sealed: string): string };

const VERSION = 'v1';
const IV_BYTES = 12;

/**
 * AES-256-GCM with a fresh nonce for every value.
 * @param key 32 bytes in base64. @throws when it is not; `open` throws on a value that was tampered with.
 */
export function createSecrets(key: string): Secrets {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new Error('HUYING_FIELD_KEY must be 32 bytes in base64');
  return {
    seal(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', bytes, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [VERSION, iv, cipher.getAuthTag(), body]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed) {
      const [version, iv = '', tag = '', body = ''] = sealed.split('.');
      if (version !== VERSION) throw new Error('a sealed value of an unknown version');
      const decipher = createDecipheriv('aes-256-gcm', bytes, Buffer.from(iv, 'base64url'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}
