import { FUNCTION_LIMITS } from '../../limits';

/** Who caused a call. No openid means the platform did: a timer, or another function. */
export type Caller = {
  openid?: string;
  trigger?: 'timer';
  /** The function call that makes this one, where a function calls another. */
  callId?: string;
};

/** The second argument of a function, with the fields `getCloudbaseContext(context)` reads. */
export type FunctionContext = {
  request_id: string;
  function_name: string;
  function_version: string;
  namespace: string;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  environment: string;
};

/** An app id of the right shape that belongs to nobody. */
const LOCAL_APP_ID = 'wx0000000000000000';

/** Builds the context of one call. */
export function functionContext(
  call: {
    requestId: string;
    functionName: string;
    env: string;
    timeoutSeconds: number;
    memoryMegabytes?: number;
  },
  variables: Readonly<Record<string, string>>,
): FunctionContext {
  return {
    request_id: call.requestId,
    function_name: call.functionName,
    function_version: '$LATEST',
    namespace: call.env,
    memory_limit_in_mb: call.memoryMegabytes ?? FUNCTION_LIMITS.memoryMegabytes,
    time_limit_in_ms: call.timeoutSeconds * 1000,
    environment: JSON.stringify(variables),
  };
}

/** What the environment says of one call. The identity comes from the session alone, never from the request body. */
export function callVariables(
  { env, requestId, clockAheadMs }: { env: string; requestId: string; clockAheadMs: number | undefined },
  caller: Caller,
): Record<string, string> {
  return {
    ...baseEnvironment(env),
    // The SDK sends it along with every request, so that a request tells which call it comes from.
    TCB_SEQID: requestId,
    ...callerEnvironment(caller),
    ...(clockAheadMs === undefined ? {} : { LOCALCLOUD_CLOCK_AHEAD_MS: String(clockAheadMs) }),
  };
}

/** Of those, what the SDK sends along to say which call it is; nothing of the caller. */
export function tracingVariables(variables: Readonly<Record<string, string>>): Record<string, string> {
  const kept = ['TCB_SEQID', 'TCB_CONTEXT_KEYS', 'LOCALCLOUD_CLOCK_AHEAD_MS'];
  return Object.fromEntries(Object.entries(variables).filter(([name]) => kept.includes(name)));
}

function baseEnvironment(env: string): Record<string, string> {
  return {
    TCB_ENV: env,
    SCF_NAMESPACE: env,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
    LOGINTYPE: '',
  };
}

function callerEnvironment({ openid, trigger }: Caller): Record<string, string> {
  if (trigger === 'timer') return { TRIGGER_SRC: 'timer' };
  if (openid === undefined) return {};
  return {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: openid,
    WX_APPID: LOCAL_APP_ID,
    TCB_SOURCE: 'wx_client',
    LOGINTYPE: 'WECHAT-OPENID',
  };
}
