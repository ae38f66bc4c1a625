import { CloudError } from '../../protocol/cloud-error';
import { parseJson } from '../../protocol/http';
import { readFields, writeFields } from '../../protocol/protobuf';

/*
 * The protobuf messages of `cloud.openapi.*` (wx-server-sdk's CommApiData and CommOpenApiResp).
 * Field numbers are WeChat's.
 */

const REQUEST = { apiType: 1, openapiData: 2 } as const;
const OPEN_API = 0;
const PAIR = { key: 1, value: 2, contentType: 3, fileName: 4 } as const;
const PAIRS = 1;
const REPLY = { data: 1, contentType: 2, errorCode: 3, httpCode: 4 } as const;

/** A picture or another file in a request or an answer, as it is recorded. */
export type RecordedFile = { contentType?: string; fileName?: string; base64: string };

/**
 * The parameters of one call by their WeChat names: JSON values, and files as `RecordedFile`.
 * Throws for calls that are not of an open API (`getOpenData` and its like), naming `apiName`.
 */
export function readOpenApiRequest(apiName: string, message: Buffer): Record<string, unknown> {
  const fields = readFields(message);
  const apiType = fields.find(({ number }) => number === REQUEST.apiType)?.value ?? OPEN_API;
  if (apiType !== OPEN_API)
    throw new CloudError(
      'INVALID_ACTION',
      `the WeChat call ${apiName} is not supported by localcloud (see docs/LOCALCLOUD.md)`,
    );
  const pairs = fields
    .filter(({ number }) => number === REQUEST.openapiData)
    .flatMap(({ value }) => readFields(bytesOf(value)))
    .filter(({ number }) => number === PAIRS);
  return Object.fromEntries(pairs.map(({ value }) => readPair(bytesOf(value))));
}

function readPair(message: Buffer): [key: string, value: unknown] {
  const fields = new Map(readFields(message).map(({ number, value }) => [number, bytesOf(value)]));
  const text = (number: number): string | undefined => fields.get(number)?.toString('utf8');
  const value = fields.get(PAIR.value) ?? Buffer.alloc(0);
  const contentType = text(PAIR.contentType);
  const fileName = text(PAIR.fileName);
  const key = text(PAIR.key) ?? '';
  // wx-server-sdk 4.0.2 loses the content type on the way (it spells the field differently): the name tells a file too.
  if (contentType === undefined && fileName === undefined) return [key, parseJson(value)];
  const file: RecordedFile = { base64: value.toString('base64') };
  if (contentType !== undefined) file.contentType = contentType;
  if (fileName !== undefined) file.fileName = fileName;
  return [key, file];
}

function bytesOf(value: number | Buffer): Buffer {
  return typeof value === 'number' ? Buffer.alloc(0) : value;
}

/** WeChat's reply around an answer of this content type. */
export function writeOpenApiReply(contentType: string, data: Buffer): Buffer {
  return writeFields([
    { number: REPLY.data, value: data },
    { number: REPLY.contentType, value: contentType },
    { number: REPLY.errorCode, value: 0 },
    { number: REPLY.httpCode, value: 200 },
  ]);
}
