import { createHmac } from 'node:crypto';
import { systemClock } from './clock';
import { upkeepKey, type DataFolder } from './data-folder';
import { isLoopback } from './http-server';
import { silent } from './log';
import type { LocalcloudOptions } from './options';
import { adminRoute } from './protocol/admin-route';
import { envelope } from './protocol/envelope';
import type { Route } from './protocol/http';
import type { Credentials } from './protocol/signature';
import { dispatcher } from './services/actions';
import { DatabaseService } from './services/database/database-service';
import { callRoute } from './services/functions/call-route';
import { FunctionsService } from './services/functions/functions-service';
import { Identities } from './services/identity/identities';
import { pickerRoute } from './services/identity/picker-route';
import { Sessions } from './services/identity/sessions';
import { pagesRoute } from './services/pages/pages-route';
import { Files } from './services/storage/files';
import { Links } from './services/storage/links';
import { linkRoute, uploadRoute } from './services/storage/storage-routes';
import { StorageService } from './services/storage/storage-service';
import { TimersService } from './services/timers/timers-service';
import { WechatRecorder } from './services/wechat/wechat-recorder';
import { adviseOnIndexes } from './store/query-advice';
import { Store } from './store/store';
import { upkeepRoute } from './upkeep/upkeep-route';

/** Everything one environment consists of, wired together; nothing listens or runs yet. */
export type Services = {
  store: Store;
  database: DatabaseService;
  functions: FunctionsService;
  identities: Identities;
  sessions: Sessions;
  timers: TimersService;
  wechat: WechatRecorder;
  credentials: Credentials;
  routes: readonly Route[];
};

/** Opens the store and makes the services. Gives the folder back if one of them cannot be made. */
export function assembleServices(
  options: LocalcloudOptions,
  folder: DataFolder,
  baseUrl: () => string,
): Services {
  const { databaseFile: file, durable } = folder;
  const { collections, isStrict = false, log = silent } = options;
  const store = new Store({ file, durable, collections }, adviseOnIndexes(log, { isStrict }));
  try {
    return servicesOn(store, options, folder, baseUrl);
  } catch (error) {
    store.close();
    throw error;
  }
}

function servicesOn(
  store: Store,
  options: LocalcloudOptions,
  { secret, filesFolder }: DataFolder,
  baseUrl: () => string,
): Services {
  const { env, host = '127.0.0.1', clock = systemClock, log = silent, staticDir } = options;
  const { engine } = store;
  const database = new DatabaseService(store, clock);
  const functions = new FunctionsService(options.functions, env, log);
  const identities = new Identities(engine);
  const sessions = new Sessions(engine, secret, clock);
  const files = new Files(filesFolder, engine, clock);
  const links = new Links(secret, clock);
  const storage = new StorageService(files, links, env, baseUrl);
  const wechat = new WechatRecorder(engine, clock);
  const timers = new TimersService(options.timers ?? [], functions, clock, log);
  const credentials: Credentials = { secretId: 'localcloud', secretKey: derive(secret, 'sdk') };
  const handle = dispatcher(
    (action, params) => database.handle(action, params),
    functions.actions,
    storage.actions,
    wechat.actions,
  );
  const routes: readonly Route[] = [
    adminRoute(credentials, env, envelope(handle, log)),
    upkeepRoute(store, filesFolder, upkeepKey(secret)),
    callRoute(functions, sessions),
    pickerRoute(identities, sessions, isLoopback(host)),
    uploadRoute(files, sessions, env),
    linkRoute(files, links),
    ...(staticDir === undefined ? [] : [pagesRoute(staticDir)]),
  ];
  return { store, database, functions, identities, sessions, timers, wechat, credentials, routes };
}

function derive(secret: Buffer, purpose: string): string {
  return createHmac('sha256', secret).update(`key:${purpose}`).digest('hex');
}
