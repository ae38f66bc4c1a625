import { CloudError } from './cloud-error';

/*
 * As much of protobuf's wire format as WeChat's messages use: numbers and byte strings.
 * See docs/decisions/0008-protobuf-by-hand.md.
 */

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** One field of a message as it stands on the wire: a number, or bytes (text and inner messages are bytes too). */
export type WireField = { number: number; value: number | Buffer };

/** The fields of a message in order. Throws INVALID_PARAM when the bytes are no message. */
export function readFields(message: Buffer): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined || factor > 2 ** 63) throw malformed();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const bytes = (length: number): Buffer => {
    if (at + length > message.length) throw malformed();
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    if (tag % 8 === VARINT) fields.push({ number, value: varint() });
    else if (tag % 8 === BYTES) fields.push({ number, value: bytes(varint()) });
    else if (tag % 8 === FIXED_64) bytes(8);
    else if (tag % 8 === FIXED_32) bytes(4);
    else throw malformed();
  }
  return fields;
}

/** A message of these fields. Numbers are whole and at least 0; text is UTF-8. */
export function writeFields(fields: readonly { number: number; value: number | string | Buffer }[]): Buffer {
  return Buffer.concat(
    fields.flatMap(({ number, value }) => {
      if (typeof value === 'number') return [writeVarint(number * 8 + VARINT), writeVarint(value)];
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return [writeVarint(number * 8 + BYTES), writeVarint(bytes.length), bytes];
    }),
  );
}

function writeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function malformed(): CloudError {
  return new CloudError(
    'INVALID_PARAM',
    'requestData is not the protobuf message WeChat expects (see docs/LOCALCLOUD.md)',
  );
}
