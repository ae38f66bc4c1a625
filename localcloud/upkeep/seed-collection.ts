import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { messageOf } from '../error-facts';
import { decodeDocText, encode } from '../protocol/ejson';
import type { Doc } from '../protocol/values';
import type { Collection } from '../store/collection';
import type { Store } from '../store/store';
import type { Progress } from './progress';

export type SeedReport = { added: number; present: number };

/**
 * Adds the documents of a JSON-lines file to a collection, all or none. A document that is there already, the same, is
 * left alone; one that differs is refused. Throws an Error that begins with file:line.
 */
export function seedCollection(store: Store, name: string, file: string, progress: Progress): SeedReport {
  const collection = store.collection(name);
  const report: SeedReport = { added: 0, present: 0 };
  const now = new Date();
  return store.engine.setUp(() => {
    for (const { line, text } of linesOf(file, progress)) {
      try {
        report[seedDocument(collection, documentOf(text, now))]++;
      } catch (error) {
        throw new Error(`${file}:${line}: ${messageOf(error)}; nothing of ${name} was added`);
      }
    }
    return report;
  });
}

function documentOf(text: string, now: Date): Doc {
  try {
    return decodeDocText(text, 'the line', now);
  } catch (error) {
    throw new Error(`not a document (${messageOf(error)})`);
  }
}

function seedDocument(collection: Collection, doc: Doc): keyof SeedReport {
  const { _id: id } = doc;
  if (id === undefined) throw new Error('the document has no _id');
  const there = collection.byId(id);
  if (!there) {
    collection.insert(doc);
    return 'added';
  }
  if (there.text === encode(doc)) return 'present';
  throw new Error(`a different document with _id ${JSON.stringify(id)} is there`);
}

const CHUNK_BYTES = 1 << 20;

function* linesOf(file: string, progress: Progress): Iterable<{ line: number; text: string }> {
  const handle = openSync(file, 'r');
  try {
    const megabytes = Math.ceil(fstatSync(handle).size / 1e6);
    const decoder = new StringDecoder('utf8');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let [line, rest, read] = [0, '', 0];
    for (let size = -1; size !== 0;) {
      size = readSync(handle, chunk);
      read += size;
      const lines = (rest + (size > 0 ? decoder.write(chunk.subarray(0, size)) : `${decoder.end()}\n`)).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const text of lines) {
        line++;
        if (text.trim() !== '') yield { line, text };
      }
      progress('read', Math.round(read / 1e6), megabytes, `MB of ${file}`);
    }
  } finally {
    closeSync(handle);
  }
}
