import type { Collection, Database } from '@cloud/platform/database';

type When = 'before' | 'after';

/** A database that loses its process: once, at a chosen operation, either before the operation or right after it. */
export function createFaults() {
  let countdown = 0;
  let when: When = 'before';

  const guard =
    <Args extends unknown[], Out>(operation: (...args: Args) => Promise<Out>) =>
    async (...args: Args): Promise<Out> => {
      if (countdown === 0) return operation(...args);
      countdown -= 1;
      if (countdown > 0) return operation(...args);
      if (when === 'after') await operation(...args);
      throw new Error(`the process was killed ${when} an operation`);
    };

  const wrapCollection = <R>(collection: Collection<R>): Collection<R> => ({
    name: collection.name,
    get: guard(collection.get),
    find: guard(collection.find),
    count: guard(collection.count),
    insert: guard(collection.insert),
    updateOne: guard(collection.updateOne),
    updateOneAndReturn: guard(collection.updateOneAndReturn),
    remove: guard(collection.remove),
    aggregate: (stages) => guard(() => collection.aggregate<never>(stages))(),
  });

  return {
    wrap: (database: Database): Database => ({
      command: database.command,
      collection: (name) => wrapCollection(database.collection(name)),
    }),
    /** @param operation counted from 1. */
    breakAt(operation: number, at: When) {
      countdown = operation;
      when = at;
    },
    /** Whether the fault is still to come: then the work had fewer operations. */
    isPending: () => countdown > 0,
    clear() {
      countdown = 0;
    },
  };
}
