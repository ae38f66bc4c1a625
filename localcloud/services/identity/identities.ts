import { randomBytes } from 'node:crypto';
import type { Engine } from '../../store/engine';

/** Somebody a developer can sign in as. */
export type Identity = { openid: string; label: string; note?: string; group?: string };

/** The identities offered by the role picker, kept with the data. */
export class Identities {
  constructor(private readonly engine: Engine) {
    engine.prepare(() =>
      engine.exec(
        'CREATE TABLE IF NOT EXISTS identities (position INTEGER PRIMARY KEY, openid TEXT UNIQUE NOT NULL, label TEXT NOT NULL, note TEXT, grouping TEXT)',
      ),
    );
  }

  /** Adds identities, or renames those whose openid is known; the order of first registration is kept. */
  register(list: readonly Identity[]): void {
    this.engine.writeNow(() => {
      for (const { openid, label, note, group } of list)
        this.engine.run(
          'INSERT INTO identities (openid, label, note, grouping) VALUES (?, ?, ?, ?) ' +
            'ON CONFLICT (openid) DO UPDATE SET label = excluded.label, note = excluded.note, grouping = excluded.grouping',
          [openid, label, note ?? null, group ?? null],
        );
    });
  }

  list(): Identity[] {
    return this.engine
      .all<[string, string, string | null, string | null]>(
        'SELECT openid, label, note, grouping FROM identities ORDER BY position',
      )
      .map(([openid, label, note, group]) => ({
        openid,
        label,
        ...(note === null ? {} : { note }),
        ...(group === null ? {} : { group }),
      }));
  }

  has(openid: string): boolean {
    return this.engine.get('SELECT 1 FROM identities WHERE openid = ?', [openid]) !== undefined;
  }
}

/** An openid of WeChat's shape for somebody who has never been here. */
export function newOpenid(): string {
  return `o${randomBytes(20).toString('base64url')}`;
}
