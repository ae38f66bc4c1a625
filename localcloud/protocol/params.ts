import { CloudError } from './cloud-error';

/** The body of one request, as the SDK sends it. Nothing in it is trusted before it is read through these. */
export type Params = Readonly<Record<string, unknown>>;

/** Where an answer that is bytes instead of an envelope is kept: WeChat's replies are protobuf. */
export const RAW_REPLY = 'rawReply';

export function textParam(params: Params, name: string): string {
  const value = params[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new CloudError('INVALID_PARAM', `${name} must be a non-empty string`);
}

export function optionalText(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  return textParam(params, name);
}

/** A whole number of at least 0, or the fallback where the field is absent. */
export function countParam(params: Params, name: string, fallback: number): number {
  const value = params[name];
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new CloudError('INVALID_PARAM', `${name} must be a whole number of at least 0`);
}

export function listParam(params: Params, name: string): readonly unknown[] {
  const value = params[name];
  if (Array.isArray(value)) return value;
  throw new CloudError('INVALID_PARAM', `${name} must be a list`);
}

export function isRecord(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
