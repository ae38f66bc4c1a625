import { CloudError } from './cloud-error';
import type { Params } from './params';

const LINE_END = '\r\n';

/** Is this request's body a form, as `wx.openApi` sends it? */
export function isMultipart(contentType: string | undefined): boolean {
  return contentType?.startsWith('multipart/form-data') === true;
}

/**
 * Reads a `multipart/form-data` body as the SDK writes it: text parts become strings, parts with a content type
 * of their own become Buffers, byte for byte (which is why Node's `Response.formData()` will not do: it reads
 * every part without a file name as text). Throws INVALID_PARAM for anything else.
 */
export function parseMultipart(body: Buffer, contentType: string): Params {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw malformed('it names no boundary');
  return Object.fromEntries(splitParts(body, `--${name}`).map(readPart));
}

function splitParts(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  if (body.indexOf(delimiter) !== 0) throw malformed('it does not begin with its boundary');
  let start = delimiter.length;
  while (body.subarray(start, start + 2).toString('latin1') === LINE_END) {
    const end = body.indexOf(LINE_END + delimiter, start);
    if (end < 0) throw malformed('its last part has no end');
    parts.push(body.subarray(start + LINE_END.length, end));
    start = end + LINE_END.length + delimiter.length;
  }
  if (body.subarray(start, start + 2).toString('latin1') !== '--') throw malformed('it is cut off');
  return parts;
}

function readPart(part: Buffer): [name: string, value: string | Buffer] {
  const headersEnd = part.indexOf(LINE_END + LINE_END);
  const headers = part.subarray(0, Math.max(headersEnd, 0)).toString('utf8');
  const name = /^content-disposition:.*?[; ]name="([^"]*)"/im.exec(headers)?.[1];
  if (headersEnd < 0 || name === undefined) throw malformed('a part has no name');
  const value = part.subarray(headersEnd + 2 * LINE_END.length);
  return [name, /^content-type:/im.test(headers) ? value : value.toString('utf8')];
}

function malformed(why: string): CloudError {
  return new CloudError('INVALID_PARAM', `the request body is not a form: ${why}`);
}
