import type { Clock } from '../../clock';
import { UPLOAD_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';

type Upload = { at: number; bytes: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Counts what each person uploads, so that nobody fills the disk. In memory: a restart forgives. */
export class UploadQuota {
  /** The uploads of the last day by openid; whoever uploaded last comes last. */
  private readonly uploads = new Map<string, readonly Upload[]>();

  constructor(private readonly clock: Clock) {}

  /** Throws STORAGE_UPLOAD_TOO_OFTEN when this person may not upload so many bytes now. */
  admit(openid: string, bytes: number): void {
    const lately = this.lately(openid);
    const { uploadsPerHour, maxBytesPerDay } = UPLOAD_LIMITS;
    const since = this.clock.now().getTime() - HOUR_MS;
    if (lately.filter(({ at }) => at > since).length >= uploadsPerHour)
      throw new CloudError(
        'STORAGE_UPLOAD_TOO_OFTEN',
        `at most ${uploadsPerHour} files an hour; try again in an hour`,
      );
    const total = lately.reduce((sum, upload) => sum + upload.bytes, bytes);
    if (total > maxBytesPerDay)
      throw new CloudError(
        'STORAGE_UPLOAD_TOO_OFTEN',
        `at most ${maxBytesPerDay / 1024 / 1024} MB a day; try again tomorrow`,
      );
  }

  /** Admits an upload and counts it, stored or not: its bytes are written either way. */
  spend(openid: string, bytes: number): void {
    this.admit(openid, bytes);
    const lately = this.lately(openid);
    this.uploads.delete(openid);
    this.uploads.set(openid, [...lately, { at: this.clock.now().getTime(), bytes }]);
    this.forgetIdle();
  }

  private lately(openid: string): readonly Upload[] {
    const since = this.clock.now().getTime() - DAY_MS;
    return (this.uploads.get(openid) ?? []).filter(({ at }) => at > since);
  }

  private forgetIdle(): void {
    for (const openid of this.uploads.keys()) {
      if (this.lately(openid).length > 0) return;
      this.uploads.delete(openid);
    }
  }
}
