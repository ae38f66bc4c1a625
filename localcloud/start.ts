import { assembleServices, type Services } from './assemble';
import type { Controls } from './controls';
import { openDataFolder } from './data-folder';
import { enterEnvironment, functionEnvironment } from './function-environment';
import { createHttpServer, listen, stopListening, type HttpServer } from './http-server';
import { silent } from './log';
import type { LocalcloudOptions } from './options';
import { routeInProcess } from './protocol/in-process-requester';
import { addressForFunctions, ownSdkNotice } from './protocol/own-sdk-notice';
import type { OperationsLog } from './services/database/operations-log';
import type { Caller } from './services/functions/function-context';
import type { Identity } from './services/identity/identities';
import type { IssuedSession } from './services/identity/sessions';
import type { WechatRecorder } from './services/wechat/wechat-recorder';

export type Localcloud = Controls & {
  url: string;
  /** For `init(…)` outside a function: seeds, scripts, tests. */
  sdkInit: { env: string; secretId: string; secretKey: string; serviceUrl: string };
  /** What functions find in `process.env`; set for this process while localcloud runs. */
  functionEnvironment: Readonly<Record<string, string>>;
  identities: { register(list: readonly Identity[]): void; list(): Identity[] };
  /** Signs somebody in without the picker; for tests. */
  signIn(openid: string): IssuedSession;
  /** Calls a function from the server's side. Throws CloudError when it fails. */
  invoke(functionName: string, event: unknown, caller: Caller): Promise<unknown>;
  /** Runs a timer now, joining a run that is going on. */
  runTimer(name: string): Promise<unknown>;
  /** Where the developer page is opened, with the token where one is needed; undefined in service mode. */
  developerPage: string | undefined;
  wechat: Pick<WechatRecorder, 'sent' | 'answer'>;
  operations: OperationsLog;
  /** Waits for running calls, stores everything, frees port and folder. */
  close(): Promise<void>;
};

/** Starts an environment: database, functions, storage, identity, timers, the WeChat recorder and the pages. */
export async function startLocalcloud(options: LocalcloudOptions): Promise<Localcloud> {
  const { env, host = '127.0.0.1', log = silent } = options;
  const isInProcess = options.transport === 'in-process';
  const folder = openDataFolder(options.dataDir);
  let services: Services | undefined;
  const graceMs = (options.stopGraceSeconds ?? 30) * 1000;
  let http: HttpServer | undefined;
  let url = '';
  let unroute = (): unknown => undefined;
  try {
    services = assembleServices(options, folder, () => options.publicUrl ?? url);
    const { routes, respond, credentials } = services;
    http = createHttpServer(isInProcess ? [ownSdkNotice(log), ...routes] : routes, log, {
      logsRequests: options.logsRequests ?? false,
    });
    const port = await listen(http.server, host, options.port ?? 0);
    url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const overHttp = { ...credentials, serviceUrl: `${url}/admin` };
    if (isInProcess) unroute = routeInProcess({ env, respond, overHttp });
  } catch (error) {
    if (http?.server.listening) await stopListening(http, graceMs);
    services?.store.close();
    folder.remove();
    throw error;
  }
  const { functions, identities, sessions, timers, wechat, database, credentials, store } = services;
  const { controls, access, live } = services;
  folder.announce(url);
  const serviceUrl = `${url}/admin`;
  const address = isInProcess ? addressForFunctions(serviceUrl) : serviceUrl;
  const variables = functionEnvironment(env, address, credentials);
  const leaveEnvironment = enterEnvironment(variables);
  timers.start();
  const developerPage = access?.address(url);
  log({ level: 'info', message: 'localcloud is ready', url, env, developerPage });

  const close = async (): Promise<void> => {
    timers.stop();
    live?.close();
    http.drain();
    const startedAt = performance.now();
    // Running functions still need the database, which they reach through this very server (or route).
    const left = await functions.idleWithin(graceMs);
    if (left > 0) log({ level: 'warn', message: 'stopped before these calls had ended', calls: left });
    folder.announce(undefined);
    await stopListening(http, Math.max(0, graceMs - (performance.now() - startedAt)));
    unroute();
    leaveEnvironment();
    store.close();
    folder.remove();
  };
  let closing: Promise<void> | undefined;
  return {
    ...controls,
    url,
    developerPage,
    sdkInit: { env, ...credentials, serviceUrl },
    functionEnvironment: variables,
    identities,
    signIn: (openid) => sessions.issue(openid),
    invoke: async (name, event, caller) => (await functions.invoke(name, event, caller)).result,
    runTimer: (name) => timers.run(name),
    wechat,
    operations: database.log,
    close: () => (closing ??= close()),
  };
}
