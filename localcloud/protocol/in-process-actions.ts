import { createRequire } from 'node:module';
import { codeOf } from '../error-facts';
import type { Responder, SdkConfig } from './in-process-requester';
import { RAW_REPLY, type Params } from './params';

type SdkRequest = { config: SdkConfig; params: Params };
type Requester = { request: (asked: SdkRequest) => Promise<unknown> };

const REQUESTER = '@cloudbase/node-sdk/dist/utils/tcbapirequester';
const REFUSALS = '@cloudbase/node-sdk/dist/utils/utils';
const fromHere = createRequire(__filename);
const routed = new Set<Requester>();

/**
 * Lets `callFunction`, the storage and the WeChat calls of this process ask `responderFor` first. All of them go
 * through one function of the SDK, which is replaced; HTTP remains for what no environment here answers.
 */
export function routeActions(responderFor: (config: SdkConfig) => Responder | undefined): void {
  for (const requester of requesters()) {
    if (routed.has(requester)) continue;
    routed.add(requester);
    const overHttp = requester.request;
    requester.request = async (asked) => {
      const respond = responderFor(asked.config);
      if (!respond) return overHttp(asked);
      const answer = await respond(asSent(asked.params));
      if (answer['code'] !== undefined) return throwRefusal(answer);
      return answer[RAW_REPLY] ?? answer;
    };
  }
}

/** Refuses as the SDK itself does: with its own error, or, after `setThrowOnCode(false)`, by returning the answer. */
export function throwRefusal(answer: Params): unknown {
  const { processReturn }: { processReturn: (answer: Params) => unknown } = fromHere(REFUSALS);
  return processReturn(answer);
}

// Bytes go as they are (WeChat's messages, in a multipart form); everything else becomes what JSON keeps of it.
function asSent(params: Params): Params {
  const bytes = Object.entries(params).filter(([, value]) => Buffer.isBuffer(value));
  const sent: Params = JSON.parse(JSON.stringify(params));
  return { ...sent, ...Object.fromEntries(bytes) };
}

/** The requester of node-sdk, and of the copy that wx-server-sdk brings, where it is installed. */
function requesters(): Requester[] {
  const copies = new Set([fromHere.resolve(REQUESTER), ...copyOfWxServerSdk()]);
  return [...copies].map((file): Requester => fromHere(file));
}

function copyOfWxServerSdk(): string[] {
  try {
    return [createRequire(fromHere.resolve('wx-server-sdk')).resolve(REQUESTER)];
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return [];
    throw error;
  }
}
