import { dirname } from 'node:path';
import { messageOf, stackOf } from '../error-facts';
import type { Log } from '../log';
import type { Params } from '../protocol/params';
import type { FunctionsService } from '../services/functions/functions-service';
import type { CollectionDeclaration } from '../store/declaration';
import type { Store } from '../store/store';
import type { Holds } from './holds';
import { alone } from './restore-locks';
import { readyStaged, requireStaged, signedOutIn, type SignedOut } from './staging';
import { isSwapPending, swapIn } from './swap';

export type Replaceable = {
  store: Store;
  databaseFile: string;
  collections: readonly CollectionDeclaration[];
  functions: FunctionsService;
  holds: Holds;
  log: Log;
  /** Ends this process as failed, so that whoever looks after it starts it anew. */
  endProcess(): void;
};

/** What a staged backup is made ready with. */
export type Preparation = { collections: readonly CollectionDeclaration[]; signedOut: SignedOut[] };

export function preparation({ store, collections }: Replaceable): Preparation {
  return { collections, signedOut: signedOutIn(store.engine) };
}

/**
 * Puts the staged content in place under running services. Calls in progress end on the old content first; calls that
 * come meanwhile wait and find the new. `staged`: the id of what the command has staged; `carried`: how many signed-out
 * sessions that knows. Returns where the old content is now.
 */
export async function replaceRunning(
  parts: Replaceable,
  { staged, carried }: Params,
): Promise<string | null> {
  const { store, databaseFile, collections, functions, holds } = parts;
  const folder = dirname(databaseFile);
  return functions.whileQuiet(() =>
    alone(folder, () => {
      requireStaged(folder, staged);
      const signedOut = signedOutIn(store.engine);
      if (signedOut.length !== carried) readyStaged(folder, collections, signedOut);
      holds.cancel();
      return swapUnderneath(parts, folder);
    }),
  );
}

function swapUnderneath(parts: Replaceable, folder: string): string | null {
  let setAside: string | null;
  try {
    if (!parts.store.close())
      throw new Error('the disk takes no more; nothing was replaced. Free some space and restore again');
    setAside = swapIn(folder, new Date());
  } catch (error) {
    goOn(parts, folder, messageOf(error));
    throw error;
  }
  goOn(parts, folder, '');
  return setAside;
}

/** Serves what is in place now; where that cannot be, nothing must be served: the next start says why, or mends it. */
function goOn({ store, log, endProcess }: Replaceable, folder: string, failure: string): void {
  try {
    if (isSwapPending(folder)) throw new Error(`the restore was cut short (${failure})`);
    store.reopen();
  } catch (error) {
    const message = 'stopping: after a restore the database cannot be opened';
    log({ level: 'error', message, error: stackOf(error) });
    endProcess();
    throw error;
  }
}
