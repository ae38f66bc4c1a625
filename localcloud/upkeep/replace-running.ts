import { dirname } from 'node:path';
import type { FunctionsService } from '../services/functions/functions-service';
import type { CollectionDeclaration } from '../store/declaration';
import type { Store } from '../store/store';
import type { Holds } from './holds';
import { readyStaged, signedOutIn, type SignedOut } from './staging';
import { isSwapPending, swapIn } from './swap';

export type Replaceable = {
  store: Store;
  databaseFile: string;
  collections: readonly CollectionDeclaration[];
  functions: FunctionsService;
  holds: Holds;
};

/** What a staged backup is made ready with. */
export type Preparation = { collections: readonly CollectionDeclaration[]; signedOut: SignedOut[] };

export function preparation({ store, collections }: Replaceable): Preparation {
  return { collections, signedOut: signedOutIn(store.engine) };
}

/**
 * Puts the staged content in place under running services. Calls in progress end on the old content first; calls that
 * come meanwhile wait and find the new. `carried`: how many signed-out sessions the staged content knows. Returns where the old content is now.
 */
export async function replaceRunning(parts: Replaceable, carried: unknown): Promise<string | null> {
  const { store, databaseFile, collections, functions, holds } = parts;
  const folder = dirname(databaseFile);
  await holds.end();
  return functions.whileQuiet(() => {
    const signedOut = signedOutIn(store.engine);
    if (signedOut.length !== carried) readyStaged(folder, collections, signedOut);
    store.close();
    try {
      return swapIn(folder, new Date());
    } finally {
      // A swap cut short must not be served: the next start goes on with it.
      if (!isSwapPending(folder)) store.reopen();
    }
  });
}
