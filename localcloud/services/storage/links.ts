import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock';

export type LinkPurpose = 'read' | 'write';

/** Signs links to private files: which file, for what, until when. */
export class Links {
  constructor(
    private readonly secret: Buffer,
    private readonly clock: Clock,
  ) {}

  /** Query parameters that make a link valid for so many seconds. */
  sign(purpose: LinkPurpose, path: string, seconds: number): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + seconds;
    return `expires=${expires}&sign=${this.signature(purpose, path, String(expires))}`;
  }

  isValid(purpose: LinkPurpose, path: string, expires: string | null, signature: string | null): boolean {
    if (expires === null || signature === null || !(Number(expires) * 1000 > this.clock.now().getTime()))
      return false;
    const expected = Buffer.from(this.signature(purpose, path, expires));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private signature(purpose: LinkPurpose, path: string, expires: string): string {
    return createHmac('sha256', this.secret).update(`link:${purpose}:${expires}:${path}`).digest('base64url');
  }
}
