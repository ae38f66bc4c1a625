import { init } from '@cloudbase/node-sdk';
import { PARITY_COLLECTIONS, type Db, type Need } from './feature';

/** A CloudBase environment to hold against localcloud: where it is, and what its collections are called there. */
export type RealEnvironment = {
  sdkInit: { env: string; secretId: string; secretKey: string; serviceUrl?: string };
  prefix: string;
  /** The indexes of `PARITY_COLLECTIONS` are there: node-sdk cannot make them, a console or a deployment can. */
  isIndexed: boolean;
};

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment the variables name, or undefined when they name none. `CLOUDBASE_ENV` with
 * `TENCENTCLOUD_SECRETID` and `TENCENTCLOUD_SECRETKEY`; see docs/LOCALCLOUD.md, "Parity", for the others.
 * Throws when the keys are missing.
 */
export function realEnvironment(variables: Variables): RealEnvironment | undefined {
  const {
    CLOUDBASE_ENV: env,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    CLOUDBASE_SERVICE_URL: serviceUrl,
    CLOUDBASE_PARITY_PREFIX: prefix = 'parity_check_',
    CLOUDBASE_PARITY_INDEXED: indexed,
  } = variables;
  if (!env) return undefined;
  if (!secretId || !secretKey)
    throw new Error('CLOUDBASE_ENV needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY beside it');
  const sdkInit = { env, secretId, secretKey, ...(serviceUrl ? { serviceUrl } : {}) };
  return { sdkInit, prefix, isIndexed: indexed === '1' };
}

const REASONS: Readonly<Record<Need, string>> = {
  indexes: 'needs indexes, which node-sdk cannot declare: have them made and set CLOUDBASE_PARITY_INDEXED=1',
  disposableEnvironment: 'makes a collection, which node-sdk cannot remove again',
};

/** Why an obligation is skipped there; undefined when it is not. */
export function reasonToSkip(needs: Need | undefined, isIndexed: boolean): string | undefined {
  return needs === undefined || (needs === 'indexes' && isIndexed) ? undefined : REASONS[needs];
}

export type ParityCollections = { plain: string; indexed: string };

/**
 * Makes the collections where they are missing, and says what they are called. Throws when one holds documents:
 * whose they are cannot be known, and every obligation begins by emptying its collections.
 */
export async function openCollections(db: Db, prefix: string): Promise<ParityCollections> {
  const [plain, indexed] = PARITY_COLLECTIONS.map(({ name }) => name.replace(/^parity_/, prefix));
  if (plain === undefined || indexed === undefined) throw new Error('parity needs two collections');
  for (const name of [plain, indexed]) {
    const documents = await countIn(db, name);
    if (documents === undefined) await db.createCollection(name);
    else if (documents > 0)
      throw new Error(`${name} holds ${documents} documents: empty it, or choose CLOUDBASE_PARITY_PREFIX`);
  }
  return { plain, indexed };
}

async function countIn(db: Db, name: string): Promise<number | undefined> {
  try {
    return (await db.collection(name).count()).total;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'DATABASE_COLLECTION_NOT_EXIST')
      return undefined;
    throw error;
  }
}

export async function empty(db: Db, { plain, indexed }: ParityCollections): Promise<void> {
  for (const name of [plain, indexed]) await db.collection(name).where({}).remove();
}

export function openDatabase({ sdkInit }: RealEnvironment): Db {
  return init(sdkInit).database();
}
