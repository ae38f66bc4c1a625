import type { Clock } from './clock';
import type { Log } from './log';
import type { FunctionDeclaration } from './services/functions/functions-service';
import type { TimerDeclaration } from './services/timers/timers-service';
import type { CollectionDeclaration } from './store/declaration';

export type LocalcloudOptions = {
  /** Folder for everything that is kept, made when absent; or ':memory:' for nothing kept. */
  dataDir: string | ':memory:';
  /** Environment id, as given to `init({ env })`. */
  env: string;
  /** Address to listen on; 127.0.0.1 when not given. The role picker answers on loopback addresses only. */
  host?: string;
  /** 0, or not given: any free port. */
  port?: number;
  /** How this server is reached from outside, when behind a proxy: the start of links to files. */
  publicUrl?: string;
  collections: readonly CollectionDeclaration[];
  functions: readonly FunctionDeclaration[];
  timers?: readonly TimerDeclaration[];
  /** Folder of built pages, served at `/`. */
  staticDir?: string;
  /** Refuse queries without an index on collections above 1,000 documents; false when not given. */
  isStrict?: boolean;
  clock?: Clock;
  log?: Log;
};
