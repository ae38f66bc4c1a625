import { DATABASE_LIMITS, FUNCTION_LIMITS, STORAGE_LIMITS, WIRE_LIMITS } from './limits';

/** One published limit: what it holds, how much, how localcloud keeps it, and the page that says so. */
export type PublishedLimit = { what: string; amount: string; kept: string; link: string };

const GUIDE = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud';
const page = {
  quotas: 'https://cloud.tencent.com/document/product/876/47177',
  indexes: 'https://docs.cloudbase.net/database/data-index',
  transactions: 'https://docs.cloudbase.net/database/transaction',
  limit: `${GUIDE}/reference-sdk-api/database/collection/Collection.limit.html`,
  geo: `${GUIDE}/reference-sdk-api/database/command/Command.geoNear.html`,
  files: `${GUIDE}/reference-sdk-api/storage/Cloud.getTempFileURL.html`,
  functions: 'https://cloud.tencent.com/document/product/583/11637',
  signature: 'https://cloud.tencent.com/document/api/598/38504',
};

const count = (number: number, unit: string): string => `${number.toLocaleString('en-US')} ${unit}`;
const bytes = (number: number): string =>
  number >= 1024 * 1024 ? `${number / 1024 / 1024} MB` : count(number / 1024, 'KB');
const between = (low: number, high: number, unit: string): string => `${low}–${count(high, unit)}`;

const { defaultDocumentsPerGet, maxDocumentsPerGet } = DATABASE_LIMITS;

/** CloudBase's limits as `limits.ts` holds them. `docs/LOCALCLOUD.md` shows this as a table. */
export const PUBLISHED_LIMITS: readonly PublishedLimit[] = [
  {
    what: 'Documents one `get` gives',
    amount: `${defaultDocumentsPerGet} when not said, at most ${count(maxDocumentsPerGet, 'documents')}`,
    kept: 'cut to it',
    link: page.limit,
  },
  {
    what: 'A document',
    amount: bytes(DATABASE_LIMITS.maxDocumentBytes),
    kept: '`DATABASE_REQUEST_FAILED`',
    link: page.quotas,
  },
  {
    what: 'Collections',
    amount: count(DATABASE_LIMITS.maxCollections, 'in an environment'),
    kept: '`DATABASE_COLLECTION_EXCEED_LIMIT`',
    link: page.quotas,
  },
  {
    what: 'Indexes',
    amount: count(DATABASE_LIMITS.maxIndexesPerCollection, 'in a collection'),
    kept: 'refused at the start',
    link: page.indexes,
  },
  {
    what: 'Fields of an index',
    amount: count(DATABASE_LIMITS.maxFieldsPerIndex, 'fields'),
    kept: 'refused at the start',
    link: page.indexes,
  },
  {
    what: 'An indexed value',
    amount: count(DATABASE_LIMITS.maxIndexedValueBytes, 'bytes'),
    kept: '`DATABASE_REQUEST_FAILED`',
    link: page.indexes,
  },
  {
    what: 'A query by place',
    amount: 'needs a `2dsphere` index',
    kept: '`DATABASE_REQUEST_FAILED`',
    link: page.geo,
  },
  {
    what: 'A transaction',
    amount: count(DATABASE_LIMITS.transactionSeconds, 'seconds'),
    kept: '`DATABASE_TRANSACTION_FAIL`',
    link: page.transactions,
  },
  {
    what: 'Time limit of a function',
    amount: between(FUNCTION_LIMITS.minTimeoutSeconds, FUNCTION_LIMITS.maxTimeoutSeconds, 'seconds'),
    kept: 'refused at the start; `FUNCTIONS_TIME_LIMIT_EXCEEDED`',
    link: page.functions,
  },
  {
    what: 'Memory of a function',
    amount: between(FUNCTION_LIMITS.minMemoryMegabytes, FUNCTION_LIMITS.maxMemoryMegabytes, 'MB'),
    kept: 'refused at the start; not enforced while it runs',
    link: page.functions,
  },
  {
    what: 'What a client sends a function',
    amount: bytes(FUNCTION_LIMITS.maxRequestBytes),
    kept: '`EXCEED_REQUEST_SIZE_LIMIT`',
    link: page.quotas,
  },
  {
    what: 'What a function gives back',
    amount: bytes(FUNCTION_LIMITS.maxResponseBytes),
    kept: '`EXCEED_REQUEST_SIZE_LIMIT`',
    link: page.quotas,
  },
  {
    what: 'A request of the SDK',
    amount: bytes(WIRE_LIMITS.maxAdminRequestBytes),
    kept: '`EXCEED_REQUEST_SIZE_LIMIT`',
    link: page.quotas,
  },
  {
    what: 'A signature',
    amount: count(WIRE_LIMITS.signatureValidSeconds, 'seconds'),
    kept: '`SIGN_PARAM_INVALID`',
    link: page.signature,
  },
  {
    what: 'A temporary link',
    amount: count(STORAGE_LIMITS.defaultLinkSeconds, 'seconds when not said'),
    kept: 'the link ends',
    link: page.files,
  },
];

/** The limits as a Markdown table. */
export function limitsTable(): string {
  return [
    '<!-- prettier-ignore-start -->',
    '',
    '| What | Limit | How it is kept |',
    '|---|---|---|',
    ...PUBLISHED_LIMITS.map(({ what, amount, kept, link }) => `| ${what} | [${amount}](${link}) | ${kept} |`),
    '',
    '<!-- prettier-ignore-end -->',
  ].join('\n');
}
