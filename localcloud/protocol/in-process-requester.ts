import { Db } from '@cloudbase/database';
import { routeActions, throwRefusal } from './in-process-actions';
import type { Params } from './params';

/** Answers one request: `{ requestId, … }`, or `{ requestId, code, message }` for a refusal. */
export type Responder = (params: Params) => Promise<Params>;

/** One environment that lives in this process. */
export type InProcessEnvironment = {
  env: string;
  respond: Responder;
  /**
   * How it is reached over HTTP, where it is. An SDK object that was given another address or other keys is meant for
   * somebody else, or is to be refused: it stays on HTTP.
   */
  overHttp?: { serviceUrl: string; secretId: string; secretKey: string };
};

/** What an SDK object was made with: `env` is a symbol for "the current environment", or nothing. */
export type SdkConfig = { envName?: unknown; serviceUrl?: unknown; secretId?: unknown; secretKey?: unknown };

type RequestClass = new (config: SdkConfig) => {
  send(api: string, data?: Params, options?: unknown): unknown;
};

const environments = new Map<string, InProcessEnvironment>();
let HttpRequester: RequestClass | undefined;

/**
 * From now on the SDK's requests for this environment go straight to `respond`, with no HTTP between; those for any
 * other still go where they would have gone. Returns what ends it. Throws when the environment is there already.
 */
export function routeInProcess(environment: InProcessEnvironment): () => void {
  const { env } = environment;
  if (environments.has(env)) throw new Error(`an environment '${env}' already runs in this process`);
  environments.set(env, environment);
  routeDatabase();
  routeActions(responderFor);
  return () => environments.delete(env);
}

function responderFor({ envName, serviceUrl, secretId, secretKey }: SdkConfig): Responder | undefined {
  const name = typeof envName === 'string' && envName !== '' ? envName : process.env['TCB_ENV'];
  const environment = environments.get(name ?? '');
  if (!environment) return undefined;
  const { overHttp, respond } = environment;
  const isMeant =
    !overHttp ||
    ((serviceUrl ?? overHttp.serviceUrl) === overHttp.serviceUrl &&
      (secretId ?? overHttp.secretId) === overHttp.secretId &&
      (secretKey ?? overHttp.secretKey) === overHttp.secretKey);
  return isMeant ? respond : undefined;
}

// The SDK stays as it is: every `app.database()` sets `Db.reqClass` anew, so the property itself is watched.
function routeDatabase(): void {
  if (HttpRequester) return;
  HttpRequester = Db.reqClass;
  Object.defineProperty(Db, 'reqClass', {
    configurable: true,
    get: () => DatabaseRequester,
    set: (requestClass: RequestClass) => {
      HttpRequester = requestClass;
    },
  });
}

class DatabaseRequester {
  constructor(private readonly config: SdkConfig) {}

  async send(api: string, data: Params = {}, options?: unknown): Promise<unknown> {
    const respond = responderFor(this.config);
    if (!respond) {
      if (!HttpRequester) throw new Error('no transport: the SDK has not been initialised');
      return new HttpRequester(this.config).send(api, data, options);
    }
    const answer = await respond({ ...data, action: api });
    return answer['code'] === undefined ? answer : throwRefusal(answer);
  }
}
