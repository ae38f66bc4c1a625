import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../clock';
import { diskRefusal } from '../../disk-refusal';
import { CloudError } from '../../protocol/cloud-error';
import type { Engine } from '../../store/engine';
import { mediaType } from './media-type';

/** What is known of a stored file. `owner` is the openid that uploaded it; null for the platform itself. */
export type StoredFile = { path: string; size: number; contentType: string; owner: string | null };

/** Throws when a file may not take the place of this one (undefined: of none). */
type Admission = (existing: StoredFile | undefined) => void;

/** Files in a folder, and their table in the database. A file counts as stored when its row is. */
export class Files {
  /** Where what is removed goes on lying while a copy is made of the folder; undefined when none is. */
  private kept: string[] | undefined;

  constructor(
    private readonly folder: string,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {
    mkdirSync(folder, { recursive: true });
    engine.prepare(() =>
      engine.exec(
        'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER NOT NULL, content_type TEXT NOT NULL, owner TEXT, stored_as TEXT NOT NULL, stored_at INTEGER NOT NULL) WITHOUT ROWID',
      ),
    );
  }

  find(path: string): StoredFile | undefined {
    const row = this.engine.get<[number, string, string | null]>(
      'SELECT size, content_type, owner FROM files WHERE path = ?',
      [path],
    );
    return row && { path, size: row[0], contentType: row[1], owner: row[2] };
  }

  /**
   * Stores bytes under a checked path, over what was there. On disk when it resolves. `admit` is asked at the moment
   * the file takes its place, and refuses by throwing; then nothing is stored.
   */
  async put(
    path: string,
    bytes: Buffer,
    owner: string | null,
    admit: Admission = () => undefined,
  ): Promise<void> {
    const storedAs = randomUUID();
    const location = this.location(storedAs);
    await writeDurably(location, bytes);
    const contentType = mediaType(bytes) ?? contentTypeOf(path);
    let replaced: string | undefined;
    try {
      replaced = await this.record({ path, size: bytes.length, contentType, owner }, storedAs, admit);
    } catch (error) {
      await rm(location, { force: true });
      throw error;
    }
    if (replaced !== undefined) await this.discard(this.location(replaced));
  }

  async read(path: string): Promise<Buffer | undefined> {
    const storedAs = this.storedAs(path);
    return storedAs === undefined ? undefined : readFile(this.location(storedAs));
  }

  async copy(from: string, to: string): Promise<boolean> {
    const file = this.find(from);
    const bytes = file && (await this.read(from));
    if (!file || !bytes) return false;
    await this.put(to, bytes, file.owner);
    return true;
  }

  async remove(path: string): Promise<boolean> {
    const storedAs = this.storedAs(path);
    if (storedAs === undefined) return false;
    await this.engine.write(() => this.engine.run('DELETE FROM files WHERE path = ?', [path]));
    await this.discard(this.location(storedAs));
    return true;
  }

  /** From now on no file leaves the folder until `removeKept`. */
  keepRemoved(): void {
    this.kept = [];
  }

  async removeKept(): Promise<void> {
    const kept = this.kept ?? [];
    this.kept = undefined;
    for (const location of kept) await rm(location, { force: true });
  }

  /** Ends `keepRemoved` and removes nothing: the folder is about to be set aside as it is. */
  forgetKept(): void {
    this.kept = undefined;
  }

  private async discard(location: string): Promise<void> {
    if (this.kept) this.kept.push(location);
    else await rm(location, { force: true });
  }

  /** Resolves to where the bytes of the file it took the place of lie, if there was one. */
  private record(
    { path, size, contentType, owner }: StoredFile,
    storedAs: string,
    admit: Admission,
  ): Promise<string | undefined> {
    return this.engine.write(() => {
      // A backup may have taken the folder's place since the bytes were written.
      if (!existsSync(this.location(storedAs)))
        throw new CloudError('SYS_ERR', 'the file was not stored; send it again');
      // Others were served meanwhile: what is there, and whose it is, counts from here on.
      admit(this.find(path));
      const replaced = this.storedAs(path);
      this.engine.run(
        'INSERT INTO files (path, size, content_type, owner, stored_as, stored_at) VALUES (?, ?, ?, ?, ?, ?) ' +
          'ON CONFLICT (path) DO UPDATE SET size = excluded.size, content_type = excluded.content_type, owner = excluded.owner, stored_as = excluded.stored_as, stored_at = excluded.stored_at',
        [path, size, contentType, owner, storedAs, this.clock.now().getTime()],
      );
      return replaced;
    });
  }

  private storedAs(path: string): string | undefined {
    return this.engine.get<[string]>('SELECT stored_as FROM files WHERE path = ?', [path])?.[0];
  }

  // Names on disk are our own, so no cloud path can leave the folder or meet a file system's rules.
  private location(storedAs: string): string {
    return join(this.folder, placeOf(storedAs));
  }
}

/** Where a file's bytes lie, from the folder of all files. */
export function placeOf(storedAs: string): string {
  return join(storedAs.slice(0, 2), storedAs);
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw diskRefusal(error) ?? error;
  }
}

// The new name is on disk only when its folder is.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function contentTypeOf(path: string): string {
  return CONTENT_TYPES[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
