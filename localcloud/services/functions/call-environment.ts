import { AsyncLocalStorage } from 'node:async_hooks';

type Variables = Readonly<Record<string, string>>;

const calls = new AsyncLocalStorage<Variables>();

/** Runs one call of a function; `process.env` shows these variables to it, and to no other call. */
export function withCallVariables<T>(variables: Variables, work: () => T): T {
  return calls.run(variables, work);
}

/** A variable of the running call; undefined outside of calls. Quicker than asking `process.env`. */
export function callVariable(name: string): string | undefined {
  return calls.getStore()?.[name];
}

let showing = 0;
let former: NodeJS.ProcessEnv | undefined;

/**
 * Lets `process.env` show each running call its own variables, as CloudBase sets them: `cloud.getWXContext()` and
 * `auth().getUserInfo()` read who calls there, and nowhere else. Returns what ends it.
 */
export function showCallVariables(): () => void {
  if (showing++ === 0) {
    former = process.env;
    process.env = layered(process.env);
  }
  return () => {
    if (--showing > 0 || !former) return;
    process.env = former;
    former = undefined;
  };
}

function layered(below: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = (key: string | symbol): string | undefined => {
    const variables = calls.getStore();
    return variables && typeof key === 'string' && Object.hasOwn(variables, key) ? variables[key] : undefined;
  };
  return new Proxy(below, {
    get: (target, key) => own(key) ?? Reflect.get(target, key),
    // Node takes whole properties into its environment only, and a proxy would hand it the value alone.
    set: (target, key, value) => Reflect.set(target, key, value),
    has: (target, key) => own(key) !== undefined || Reflect.has(target, key),
    ownKeys: (target) => [...new Set([...Reflect.ownKeys(target), ...Object.keys(calls.getStore() ?? {})])],
    getOwnPropertyDescriptor: (target, key) => {
      const value = own(key);
      if (value === undefined) return Reflect.getOwnPropertyDescriptor(target, key);
      return { value, writable: true, enumerable: true, configurable: true };
    },
  });
}
