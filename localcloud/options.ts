import type { Clock } from './clock';
import type { Log } from './log';
import type { BrowserSession } from './services/inspector/api';
import type { LiveDeclaration } from './services/live/live-route';
import type { FunctionDeclaration } from './services/functions/functions-service';
import type { WechatLogin } from './services/sign-in/wechat-login';
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
  /** Who hears at once, over `GET /live`, that documents have changed; nobody when not given. */
  live?: LiveDeclaration;
  /** Folder of built pages, served at `/`. */
  staticDir?: string;
  /** Refuse queries without an index on collections above 1,000 documents; false when not given. */
  isStrict?: boolean;
  /**
   * How the SDK in this process reaches this environment; 'http' when not given. With 'in-process' its requests go
   * straight to the services: several times as fast, unsigned, and only for functions that load the SDK from
   * node_modules instead of a bundle.
   */
  transport?: 'http' | 'in-process';
  /**
   * People rely on this server: no role picker, no developer page, no control of clock and identity. False when not
   * given.
   */
  isService?: boolean;
  /** How the pages in `staticDir` keep a session, so that the developer page can open them as somebody. */
  browserSession?: BrowserSession;
  /** The mini-program whose `wx.login` codes are exchanged for sessions at `/sign-in/wechat`. */
  wechatLogin?: WechatLogin;
  /** How long calls in progress may take once the server is asked to stop; 30 when not given. */
  stopGraceSeconds?: number;
  /** One log line per request: method, path, status, duration. False when not given. */
  logsRequests?: boolean;
  clock?: Clock;
  log?: Log;
};
