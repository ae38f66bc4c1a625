import { FUNCTION_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import type { ClientCall } from '../functions/call-route';
import type { Sessions } from './sessions';

/** Somebody signed in, as tests use them. */
export type Actor = {
  readonly openid: string;
  /** For `Authorization: Bearer …` over HTTP. */
  readonly token: string;
  /**
   * Calls a function as their phone would, with the same checks, without HTTP. Resolves to the function's result.
   * Throws CloudError with the code the phone would get.
   */
  call(functionName: string, data?: unknown): Promise<unknown>;
};

/** Signs somebody in. They need not be registered with the role picker. */
export function actAs(openid: string, sessions: Sessions, call: ClientCall): Actor {
  const { token } = sessions.issue(openid);
  return {
    openid,
    token,
    call: async (functionName, data) => {
      const sent = async (): Promise<unknown> => asSent({ data });
      return (await call(`Bearer ${token}`, functionName, sent)).result;
    },
  };
}

// What JSON keeps of it, and no more than a request may have.
function asSent(body: object): unknown {
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) > FUNCTION_LIMITS.maxRequestBytes)
    throw new CloudError(
      'EXCEED_REQUEST_SIZE_LIMIT',
      `the request body is larger than ${FUNCTION_LIMITS.maxRequestBytes} bytes`,
    );
  return JSON.parse(text);
}
