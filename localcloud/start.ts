import type { Server } from 'node:http';
import { assembleServices, type Services } from './assemble';
import { openDataFolder } from './data-folder';
import { enterEnvironment, functionEnvironment } from './function-environment';
import { createHttpServer, listen, stopListening } from './http-server';
import { silent } from './log';
import type { LocalcloudOptions } from './options';
import type { OperationsLog } from './services/database/operations-log';
import type { Caller } from './services/functions/function-context';
import type { Identity } from './services/identity/identities';
import type { IssuedSession } from './services/identity/sessions';
import type { WechatRecorder } from './services/wechat/wechat-recorder';

export type Localcloud = {
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
  wechat: Pick<WechatRecorder, 'sent' | 'answer'>;
  operations: OperationsLog;
  /** Waits for running calls, stores everything, frees port and folder. */
  close(): Promise<void>;
};

/** Starts an environment: database, functions, storage, identity, timers, the WeChat recorder and the pages. */
export async function startLocalcloud(options: LocalcloudOptions): Promise<Localcloud> {
  const { env, host = '127.0.0.1', log = silent } = options;
  const folder = openDataFolder(options.dataDir);
  let services: Services | undefined;
  let server: Server;
  let url = '';
  try {
    services = assembleServices(options, folder, () => options.publicUrl ?? url);
    server = createHttpServer(services.routes, log);
    const port = await listen(server, host, options.port ?? 0);
    url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  } catch (error) {
    services?.store.close();
    folder.remove();
    throw error;
  }
  const { functions, identities, sessions, timers, wechat, database, credentials, store } = services;
  folder.announce(url);
  const variables = functionEnvironment(env, url, credentials);
  const leaveEnvironment = enterEnvironment(variables);
  timers.start();
  log({ level: 'info', message: 'localcloud is ready', url, env });

  const close = async (): Promise<void> => {
    timers.stop();
    // Running functions still need the database, which they reach through this very server.
    await functions.idle();
    folder.announce(undefined);
    await stopListening(server);
    leaveEnvironment();
    store.close();
    folder.remove();
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    sdkInit: { env, ...credentials, serviceUrl: `${url}/admin` },
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
