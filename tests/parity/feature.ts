import type { init } from '@cloudbase/node-sdk';

export type Db = ReturnType<ReturnType<typeof init>['database']>;

/** What an obligation is checked against: the SDK's database, and two collections that are empty when it starts. */
export type ParityCloud = {
  db: Db;
  /** Without indexes. */
  plain: string;
  /** With the indexes of `PARITY_INDEXES`. */
  indexed: string;
};

/** Something any CloudBase must do, stated once and checked on every implementation. */
export type Feature = {
  /** The SDK call it is about; the documentation groups by it. */
  operation: string;
  /** A claim, in the words of the reference. */
  title: string;
  /** The page of the reference that says so. */
  link: string;
  /** What it cannot be checked without. */
  needs?: Need;
  check: (cloud: ParityCloud) => Promise<void>;
};

export type Need = 'indexes' | 'disposableEnvironment';

/** Collections and indexes a parity run needs; on a real environment they are created beforehand. */
export const PARITY_COLLECTIONS = [
  { name: 'parity_plain', indexes: [] },
  {
    name: 'parity_indexed',
    indexes: [
      {
        name: 'status_at',
        keys: [
          { field: 'status', direction: 1 },
          { field: 'at', direction: -1 },
        ],
      },
      { name: 'code_unique', keys: [{ field: 'code', direction: 1 }], unique: true },
      { name: 'n_1', keys: [{ field: 'n', direction: 1 }] },
      { name: 'tags_1', keys: [{ field: 'tags', direction: 1 }] },
      { name: 'spot_2dsphere', keys: [{ field: 'spot', direction: '2dsphere' }] },
      { name: 'place_no_1', keys: [{ field: 'place.no', direction: 1 }] },
    ],
  },
] as const;

const REFERENCE = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';

/** Links into the reference: `reference('command/Command.in')`. */
export function reference(page: string): string {
  return `${REFERENCE}/${page}.html`;
}

/** The refusal a promise ended in; fails the check when it was fulfilled. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error) || !('code' in outcome)) throw new Error('expected a refusal with a code');
  return { code: String(outcome.code), message: outcome.message };
}

/** The `name` field of each document, the usual way to say which were found. */
export function names(result: { data: { name?: string }[] }): (string | undefined)[] {
  return result.data.map(({ name }) => name);
}
