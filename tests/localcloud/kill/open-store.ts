import type { CollectionDeclaration } from '@localcloud/index';
import { silent } from '@localcloud/log';
import { noAdvice } from '@localcloud/store/query-advice';
import { Store } from '@localcloud/store/store';

/** Opens a file's store without a server. `durable: false` skips fsync: for a copy that is only read. */
export function openStore(
  file: string,
  durable: boolean,
  collections: readonly CollectionDeclaration[] = [],
): Store {
  return new Store({ file, durable, collections, log: silent }, noAdvice);
}
