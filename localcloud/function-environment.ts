import { showCallVariables } from './services/functions/call-environment';
import type { Credentials } from './protocol/signature';

/** What a function finds in `process.env`: enough for `init({ env: process.env.TCB_ENV })` to reach this localcloud. */
export function functionEnvironment(
  env: string,
  serviceUrl: string,
  credentials: Credentials,
): Record<string, string> {
  return {
    TCB_ENV: env,
    // What `init({ env: DYNAMIC_CURRENT_ENV })` reads.
    SCF_NAMESPACE: env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: serviceUrl }),
    TENCENTCLOUD_SECRETID: credentials.secretId,
    TENCENTCLOUD_SECRETKEY: credentials.secretKey,
    // Without this the SDK asks a metadata server that only exists inside Tencent Cloud, twice per request, 30 ms each.
    TENCENTCLOUD: 'true',
  };
}

/** Sets variables and returns what puts the former ones back. */
export function enterEnvironment(variables: Readonly<Record<string, string>>): () => void {
  const former = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  const hideCallVariables = showCallVariables();
  return () => {
    hideCallVariables();
    for (const [name, value] of former) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
