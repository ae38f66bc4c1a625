import * as wxServerSdk from 'wx-server-sdk';
import type { Db, Need } from './feature';

/*
 * wx-server-sdk as its documentation describes it. Its own typings allow each call to return nothing or a string,
 * and leave out `createNewInstance`, `multi`, `throwOnNotFound` and transactions.
 */

type Said<T> = Promise<T & { errMsg: string }>;
export type WxDoc = Record<string, unknown>;

export type WxQuery = {
  where(condition: object): WxQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): WxQuery;
  skip(count: number): WxQuery;
  limit(count: number): WxQuery;
  field(projection: object): WxQuery;
  get(): Said<{ data: WxDoc[] }>;
  count(): Said<{ total: number }>;
  update(options: { data: object; multi?: boolean }): Said<{ stats: { updated: number } }>;
  remove(options?: { multi?: boolean }): Said<{ stats: { removed: number } }>;
};

export type WxDocument = {
  field(projection: object): WxDocument;
  get(): Said<{ data: WxDoc | null }>;
  set(options: { data: object }): Said<{ _id: string; stats: { updated: number; created: number } }>;
  update(options: { data: object }): Said<{ stats: { updated: number } }>;
  remove(): Said<{ stats: { removed: number } }>;
};

type Stage = 'match' | 'group' | 'sort' | 'project' | 'limit' | 'lookup' | 'unwind' | 'geoNear' | 'addFields';
export type WxAggregate = Record<Stage, (value: unknown) => WxAggregate> & {
  end(): Said<{ list: WxDoc[] }>;
};

export type WxCollection = WxQuery & {
  add(options: { data: object }): Said<{ _id?: string; _ids?: string[] }>;
  doc(id: string): WxDocument;
  aggregate(): WxAggregate;
};

export type WxTransaction = {
  collection(name: string): WxCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
};

export type WxDatabase = {
  command: Db['command'];
  Geo: Db['Geo'];
  RegExp: Db['RegExp'];
  serverDate: Db['serverDate'];
  collection(name: string): WxCollection;
  createCollection(name: string): Said<object>;
  startTransaction(): Promise<WxTransaction>;
  runTransaction<T>(work: (transaction: WxTransaction) => Promise<T>, retries?: number): Promise<T>;
};

type FileResult = { fileID: string; status: number; errMsg: string };
export type OpenApi = Record<string, Record<string, (data: object) => Said<WxDoc & { errCode: number }>>>;

export type WxCloud = {
  DYNAMIC_CURRENT_ENV: string;
  init(config: object): void;
  database(config?: { throwOnNotFound?: boolean }): WxDatabase;
  callFunction(call: { name: string; data?: object }): Said<{ result: unknown; requestID: string }>;
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Said<{ fileID: string }>;
  downloadFile(file: { fileID: string }): Said<{ fileContent: Buffer; statusCode: number }>;
  getTempFileURL(files: {
    fileList: (string | { fileID: string; maxAge: number })[];
  }): Said<{ fileList: (FileResult & { tempFileURL: string })[] }>;
  deleteFile(files: { fileList: string[] }): Said<{ fileList: FileResult[] }>;
  getOpenData(wanted: { list: string[] }): Said<{ list: unknown[] }>;
  getWXContext(): Record<string, unknown>;
  openapi: OpenApi;
  cloudPay: Record<string, (data: object) => Promise<unknown>>;
};

/** The SDK as `require('wx-server-sdk')` gives it to a function. */
export const wxCloud = wxServerSdk as unknown as WxCloud & { createNewInstance(config: object): WxCloud };

/** A cloud of its own, since the SDK's `init` counts only once in a process. */
export function newWxCloud(config: object): WxCloud {
  return wxCloud.createNewInstance(config);
}

/** Something wx-server-sdk promises, checked on every transport. */
export type WxFeature = {
  operation: string;
  title: string;
  link: string;
  needs?: Need;
  check: (cloud: { cloud: WxCloud; db: WxDatabase; plain: string; indexed: string }) => Promise<void>;
};

/** The error a call ended in: wx-server-sdk's errors carry `errCode` and `errMsg`. */
export async function wxRefusalOf(promise: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (typeof outcome !== 'object' || outcome === null || !('errCode' in outcome) || !('errMsg' in outcome))
    throw new Error('expected a refusal with an errCode');
  return { errCode: Number(outcome.errCode), errMsg: String(outcome.errMsg) };
}
