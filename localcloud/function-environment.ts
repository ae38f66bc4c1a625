import type { Credentials } from './protocol/signature';

/** What a function finds in `process.env`: enough for `init({ env: process.env.TCB_ENV })` to reach this localcloud. */
export function functionEnvironment(
  env: string,
  url: string,
  credentials: Credentials,
): Record<string, string> {
  return {
    TCB_ENV: env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
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
  return () => {
    for (const [name, value] of former) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
