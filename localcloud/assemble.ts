import { createHmac } from 'node:crypto';
import { EnvironmentClock, systemClock } from './clock';
import { openControls, refusedControls, type Controls } from './controls';
import { upkeepKey, type DataFolder } from './data-folder';
import { isLoopback } from './http-server';
import { silent } from './log';
import type { LocalcloudOptions } from './options';
import { adminRoute } from './protocol/admin-route';
import { fromCall } from './protocol/call-id';
import { envelope } from './protocol/envelope';
import type { Route } from './protocol/http';
import { publicGate } from './protocol/proxied';
import type { Responder } from './protocol/in-process-requester';
import type { Credentials } from './protocol/signature';
import { dispatcher } from './services/actions';
import { DatabaseService } from './services/database/database-service';
import { OutsideTransaction } from './services/database/outside-transaction';
import { OperationsLog, type Onlookers } from './services/database/operations-log';
import { QueryLog } from './services/database/query-log';
import { QueryMeter } from './services/database/query-meter';
import { CallLog } from './services/functions/call-log';
import { callVariable } from './services/functions/call-environment';
import { callRoute, clientCalls } from './services/functions/call-route';
import { FunctionsService } from './services/functions/functions-service';
import { Identities } from './services/identity/identities';
import { pickerRoute } from './services/identity/picker-route';
import { Sessions } from './services/identity/sessions';
import { Hints } from './services/live/hints';
import { liveStreams, type LiveStreams } from './services/live/live-route';
import { openToThisMachine, openWithToken, type Access } from './services/inspector/access';
import { inspectorApi } from './services/inspector/api';
import { inspectorRoute } from './services/inspector/inspector-route';
import { Invitations } from './services/sign-in/invitations';
import { signInRoute } from './services/sign-in/sign-in-route';
import { pagesRoute } from './services/pages/pages-route';
import { Files } from './services/storage/files';
import { Links } from './services/storage/links';
import { linkRoute, uploadRoute } from './services/storage/storage-routes';
import { StorageService } from './services/storage/storage-service';
import { UploadQuota } from './services/storage/upload-quota';
import { ClockControl } from './services/timers/clock-control';
import { TimersService } from './services/timers/timers-service';
import { WechatRecorder } from './services/wechat/wechat-recorder';
import { adviseOnIndexes } from './store/query-advice';
import { Store } from './store/store';
import { Holds } from './upkeep/holds';
import { upkeepRoute, upkeepTasks } from './upkeep/upkeep-route';

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
  /** Answers what this process itself asks, without HTTP. */
  respond: Responder;
  controls: Controls;
  /** The streams of `GET /live`; undefined where nobody is told of changes. */
  live: LiveStreams | undefined;
  /** Who may see the developer page; undefined where there is none. */
  access: Access | undefined;
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
  const meter = new QueryMeter(adviseOnIndexes(log, { isStrict }));
  const store = new Store({ file, durable, collections, log }, meter);
  try {
    return servicesOn(store, meter, options, folder, baseUrl);
  } catch (error) {
    store.close();
    throw error;
  }
}

function servicesOn(
  store: Store,
  meter: QueryMeter,
  options: LocalcloudOptions,
  { secret, databaseFile, filesFolder }: DataFolder,
  baseUrl: () => string,
): Services {
  const { env, host = '127.0.0.1', log = silent, staticDir, isService = false } = options;
  const clock = new EnvironmentClock(options.clock ?? systemClock);
  const { engine } = store;
  const onlookers: Onlookers | undefined = isService
    ? undefined
    : { calls: new CallLog(clock), queries: new QueryLog(clock) };
  const database = new DatabaseService(store, clock, new OperationsLog(meter, onlookers));
  const outside = new OutsideTransaction(clock, log);
  const functions = new FunctionsService(options.functions, env, log, clock, onlookers?.calls);
  const identities = new Identities(engine);
  const sessions = new Sessions(engine, secret, clock);
  const invitations = new Invitations(engine, secret, clock);
  const files = new Files(filesFolder, engine, clock);
  const links = new Links(secret, clock);
  const storage = new StorageService(files, links, env, baseUrl);
  const wechat = new WechatRecorder(engine, clock, isService ? log : silent);
  const timers = new TimersService(options.timers ?? [], functions, clock, log);
  const clockControl = new ClockControl(clock, timers);
  const call = clientCalls(functions, sessions);
  const looked = { timers, clock, clockControl, wechat, identities, sessions };
  const api =
    onlookers &&
    inspectorApi({ env, store, ...onlookers, ...looked, browserSession: options.browserSession });
  const access = api && (isLoopback(host) ? openToThisMachine : openWithToken());
  const controls = isService ? refusedControls() : openControls(clockControl, sessions, call);
  const credentials: Credentials = { secretId: 'localcloud', secretKey: derive(secret, 'sdk') };
  const handle = dispatcher(
    (action, params) => {
      outside.see(action, params);
      return database.handle(action, params);
    },
    functions.actions,
    storage.actions,
    wechat.actions,
  );
  const respond = envelope(handle, log);
  const live =
    options.live &&
    liveStreams({
      ...{ declaration: options.live, functions, sessions, log },
      hints: new Hints(store, options.live.collections),
    });
  const routes: readonly Route[] = [
    ...(isService ? [publicGate(publicUrlOf(options))] : []),
    adminRoute(credentials, env, respond),
    upkeepRoute(
      upkeepTasks({
        store,
        databaseFile,
        collections: options.collections,
        functions,
        holds: new Holds(store, files),
        log,
        endProcess: () => process.exit(1),
        invite: (openid) => {
          const { code, expiresAt } = invitations.issue(openid);
          return { code, expiresAt, link: `${baseUrl()}/?invitation=${code}` };
        },
      }),
      upkeepKey(secret),
      log,
    ),
    callRoute(call),
    ...(live ? [live.route] : []),
    pickerRoute(identities, sessions, isLoopback(host) && !isService),
    ...(api && access ? [inspectorRoute(access, api)] : []),
    signInRoute({ sessions, invitations, wechat: options.wechatLogin, clock, log }),
    uploadRoute(files, sessions, new UploadQuota(clock), env),
    linkRoute(files, links),
    ...(staticDir === undefined ? [] : [pagesRoute(staticDir)]),
  ];
  return {
    ...{
      store,
      database,
      functions,
      identities,
      sessions,
      timers,
      wechat,
      credentials,
      controls,
      live,
      access,
      routes,
    },
    // A function's own SDK tells by its call's variables which call it asks for.
    respond: (params) => respond(fromCall(params, callVariable('TCB_SEQID'))),
  };
}

/** How a service is reached. Throws an Error that says what it must be. */
function publicUrlOf({ publicUrl }: LocalcloudOptions): string {
  if (publicUrl !== undefined && /^(https:\/\/|http:\/\/(localhost|127\.))[^/?#]*$/.test(publicUrl))
    return publicUrl;
  throw new Error(
    'in service mode publicUrl (--public-url) must say how the server is reached: https://example.org, without a path',
  );
}

function derive(secret: Buffer, purpose: string): string {
  return createHmac('sha256', secret).update(`key:${purpose}`).digest('hex');
}
