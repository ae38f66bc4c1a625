import { randomUUID } from 'node:crypto';
import type { EnvironmentClock } from '../../clock';
import { FUNCTION_LIMITS } from '../../limits';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { callIdOf } from '../../protocol/call-id';
import { textParam, type Params } from '../../protocol/params';
import { withCallVariables } from './call-environment';
import { refuseFunctions } from './function-limits';
import { excerpt, type CallLog } from './call-log';
import { callVariables, functionContext, tracingVariables, type Caller } from './function-context';
import { codeOf, messageOf, stackOf } from '../../error-facts';

export type FunctionModule = { main: (event: unknown, context: unknown) => unknown };

export type FunctionDeclaration = {
  name: string;
  timeoutSeconds: number;
  /** 256 when not given. It is told to the function, and not enforced. */
  memoryMegabytes?: number;
  /** Loads the bundle; called once, at the first call. */
  load: () => Promise<FunctionModule>;
  /** May a signed-in client call it? Functions for timers and for other functions say no. */
  clientCallable: boolean;
  /**
   * Does it read who calls from `process.env`, as wx-server-sdk's `getWXContext()` does? True when not given.
   * False, for functions that read their `context`, spares Node following every promise of the process: up to
   * half of the time of calls that do little. That is so in service mode; where there is a developer page, promises
   * are followed all the same, to know what belongs to which call.
   */
  readsCallerFromEnvironment?: boolean;
};

/** How long a restore waits for calls in progress. */
const QUIET_GRACE_MS = 20_000;

export type Invocation = { requestId: string; result: unknown };

/** Runs cloud functions in this process. */
export class FunctionsService {
  private readonly declared: ReadonlyMap<string, FunctionDeclaration>;
  private readonly modules = new Map<string, Promise<FunctionModule>>();
  private readonly running = new Set<Promise<unknown>>();
  private gate: Promise<void> | undefined;

  constructor(
    functions: readonly FunctionDeclaration[],
    private readonly env: string,
    private readonly log: Log,
    private readonly clock: EnvironmentClock,
    private readonly calls?: CallLog,
  ) {
    refuseFunctions(functions);
    this.declared = new Map(functions.map((declaration) => [declaration.name, declaration]));
  }

  readonly actions = {
    'functions.invokeFunction': async (params: Params): Promise<Params> => {
      const data = params['request_data'];
      const event: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : {};
      const { result } = await this.call(textParam(params, 'function_name'), event, callerOf(params));
      return { data: { response_data: JSON.stringify(result ?? null) } };
    },
  };

  isClientCallable(name: string): boolean {
    return this.declared.get(name)?.clientCallable === true;
  }

  /**
   * Calls a function and waits for its answer, at most its time limit. The result is what JSON keeps of it.
   * A function that runs out of time is answered for but, unlike in production, goes on running.
   */
  async invoke(name: string, event: unknown, caller: Caller, requestId?: string): Promise<Invocation> {
    while (this.gate) await this.gate;
    return this.call(name, event, caller, requestId);
  }

  // What functions call themselves passes the gate: whoever called them would wait for it.
  private async call(
    name: string,
    event: unknown,
    caller: Caller,
    requestId: string = randomUUID(),
  ): Promise<Invocation> {
    const declaration = this.declared.get(name);
    if (!declaration) throw functionNotFound();
    const clockAheadMs = this.clock.aheadOfMachineMs();
    const variables = callVariables({ env: this.env, requestId, clockAheadMs }, caller);
    const context = functionContext(
      { ...declaration, functionName: name, env: this.env, requestId },
      variables,
    );
    const tell = this.told(requestId, name, event, caller);
    const work = withinSeconds(this.run(declaration, event, context, variables), declaration.timeoutSeconds);
    this.running.add(work);
    try {
      const result = await work;
      tell?.('OK', excerpt(result));
      return { requestId, result };
    } catch (error) {
      tell?.(codeOf(error) || 'SYS_ERR', messageOf(error));
      throw error;
    } finally {
      this.running.delete(work);
    }
  }

  /** Notes a call where developers look on; returns what notes its end. */
  private told(
    requestId: string,
    name: string,
    event: unknown,
    caller: Caller,
  ): ((code: string, outcome: string) => void) | undefined {
    const { calls } = this;
    if (!calls) return undefined;
    calls.begin(requestId, name, caller, event);
    const startedAt = performance.now();
    return (code, outcome) => calls.end(requestId, performance.now() - startedAt, code, outcome);
  }

  /** Resolves when no call is waited for any more: each has answered or run out of time. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** Waits for calls in progress to end, so long at most. Resolves to how many have not. */
  async idleWithin(milliseconds: number): Promise<number> {
    let grace: NodeJS.Timeout | undefined;
    await Promise.race([this.idle(), new Promise((resolve) => (grace = setTimeout(resolve, milliseconds)))]);
    clearTimeout(grace);
    return this.running.size;
  }

  /** Lets calls in progress end, for `QUIET_GRACE_MS` at most, and does `work` while new ones wait. */
  async whileQuiet<T>(work: () => T): Promise<T> {
    while (this.gate) await this.gate;
    let open: () => void = () => undefined;
    this.gate = new Promise((resolve) => (open = resolve));
    try {
      await this.idleWithin(QUIET_GRACE_MS);
      return work();
    } finally {
      this.gate = undefined;
      open();
    }
  }

  private async run(
    declaration: FunctionDeclaration,
    event: unknown,
    context: object,
    variables: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    try {
      const { main } = await this.module(declaration);
      const shown = this.shownVariables(declaration, variables);
      const answer = shown ? withCallVariables(shown, () => main(event, context)) : main(event, context);
      return sendable(await answer);
    } catch (error) {
      if (error instanceof CloudError && error.code === 'EXCEED_REQUEST_SIZE_LIMIT') throw error;
      this.log({
        level: 'error',
        message: 'function threw',
        function: declaration.name,
        error: stackOf(error),
      });
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `cloud function execution failed: ${messageOf(error)}`);
    }
  }

  // Where developers look on, what a call asks of the database is filed under it by a variable of its own.
  private shownVariables(
    { readsCallerFromEnvironment = true }: FunctionDeclaration,
    variables: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>> | undefined {
    if (readsCallerFromEnvironment) return variables;
    return this.calls && tracingVariables(variables);
  }

  private module(declaration: FunctionDeclaration): Promise<FunctionModule> {
    const known = this.modules.get(declaration.name);
    if (known) return known;
    const loading = declaration.load();
    this.modules.set(declaration.name, loading);
    // A bundle that failed to load may be there the next time.
    loading.catch(() => this.modules.delete(declaration.name));
    return loading;
  }
}

function callerOf(params: Params): Caller {
  const callId = callIdOf(params);
  return callId === undefined ? {} : { callId };
}

export function functionNotFound(): CloudError {
  return new CloudError('FUNCTION_NOT_FOUND', 'FunctionName not found');
}

// Production sends JSON between function and caller; doing so here keeps Dates and undefined from leaking through.
function sendable(result: unknown): unknown {
  const text = JSON.stringify(result ?? null);
  if (Buffer.byteLength(text) > FUNCTION_LIMITS.maxResponseBytes)
    throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'the function returned more than 6 MB');
  return JSON.parse(text);
}

async function withinSeconds<T>(work: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
      );
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
