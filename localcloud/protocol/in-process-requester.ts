import { Db } from '@cloudbase/database';
import type { Params } from './params';

/** Answers one request: `{ requestId, … }`, or `{ requestId, code, message }` for a refusal. */
export type Responder = (params: Params) => Promise<Params>;

type RequestClass = new (config: { envName?: unknown }) => {
  send(api: string, data?: Params, options?: unknown): unknown;
};

const responders = new Map<unknown, Responder>();
let overHttp: RequestClass | undefined;

/**
 * Routes the SDK's database requests for `env` straight to `responder`, with no HTTP between.
 * The SDK stays as it is: every `app.database()` sets `Db.reqClass` anew, so the property itself is watched,
 * and requests for any other environment still go where they would have gone.
 */
export function routeInProcess(env: string, responder: Responder): () => void {
  responders.set(env, responder);
  if (!overHttp) {
    overHttp = Db.reqClass;
    Object.defineProperty(Db, 'reqClass', {
      configurable: true,
      get: () => Router,
      set: (requestClass: RequestClass) => {
        overHttp = requestClass;
      },
    });
  }
  return () => responders.delete(env);
}

class Router {
  constructor(private readonly config: { envName?: unknown }) {}

  async send(api: string, data: Params = {}, options?: unknown): Promise<unknown> {
    const responder = responders.get(this.config.envName);
    if (!responder) {
      if (!overHttp) throw new Error('no transport: the SDK has not been initialised');
      return new overHttp(this.config).send(api, data, options);
    }
    const answer = await responder({ ...data, action: api });
    if (answer['code'] !== undefined) throw new InProcessError(answer);
    return answer;
  }
}

/** The shape of the SDK's own TcbError, which it does not export. */
class InProcessError extends Error {
  readonly code: string;
  readonly requestId: string;

  constructor(answer: Params) {
    super(String(answer['message']));
    this.code = String(answer['code']);
    this.requestId = String(answer['requestId']);
  }
}
