import type { CloudBase } from '@cloudbase/node-sdk';

/** What a stored file is, by what is in it. `seconds` is null where the format does not say at its beginning. */
export type Heard = { readonly isSound: boolean; readonly bytes: number; readonly seconds: number | null };

/** Recordings are private files. `hear` looks into one before anybody is given it; null when it is not stored. */
export type Recordings = { hear(fileId: string): Promise<Heard | null> };

const HEAD_BYTES = 64;
const LINK_SECONDS = 60;

export function createRecordings(app: CloudBase): Recordings {
  return {
    async hear(fileId) {
      const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: LINK_SECONDS }] });
      const [found] = fileList;
      if (found?.code !== 'SUCCESS') return null;
      const reply = await fetch(found.tempFileURL, { headers: { range: `bytes=0-${HEAD_BYTES - 1}` } });
      if (!reply.ok) throw new Error(`a recording could not be looked into: ${reply.status}`);
      const head = Buffer.from(await reply.arrayBuffer());
      // `bytes 0-63/32044`; a storage that gives the whole file instead says nothing.
      const total = /\/(\d+)$/.exec(reply.headers.get('content-range') ?? '')?.[1];
      return heardIn(head, total === undefined ? head.length : Number(total));
    },
  };
}

/** @param head the first bytes of a file. @param bytes how many it has in all. */
export function heardIn(head: Buffer, bytes: number): Heard {
  const says = (words: string, at: number) => head.toString('latin1', at, at + words.length) === words;
  if (says('RIFF', 0) && says('WAVE', 8) && head.length >= WAVE_HEADER) {
    const bytesPerSecond = head.readUInt32LE(28);
    return { isSound: bytesPerSecond > 0, bytes, seconds: (bytes - WAVE_HEADER) / bytesPerSecond };
  }
  return { isSound: says('ftyp', 4) || says('ID3', 0) || isMpegFrame(head), bytes, seconds: null };
}

const WAVE_HEADER = 44;

/** An MP3 without a preface begins with a frame: eleven set bits, then a version and a layer that exist. */
const isMpegFrame = ([first = 0, second = 0]: Buffer): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
