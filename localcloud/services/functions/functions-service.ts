import { randomUUID } from 'node:crypto';
import { FUNCTION_LIMITS } from '../../limits';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { textParam, type Params } from '../../protocol/params';
import { functionContext, type Caller } from './function-context';
import { messageOf, stackOf } from '../../error-facts';

export type FunctionModule = { main: (event: unknown, context: unknown) => unknown };

export type FunctionDeclaration = {
  name: string;
  timeoutSeconds: number;
  /** Loads the bundle; called once, at the first call. */
  load: () => Promise<FunctionModule>;
  /** May a signed-in client call it? Functions for timers and for other functions say no. */
  clientCallable: boolean;
};

export type Invocation = { requestId: string; result: unknown };

/** Runs cloud functions in this process. */
export class FunctionsService {
  private readonly declared: ReadonlyMap<string, FunctionDeclaration>;
  private readonly modules = new Map<string, Promise<FunctionModule>>();
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    functions: readonly FunctionDeclaration[],
    private readonly env: string,
    private readonly log: Log,
  ) {
    this.declared = new Map(functions.map((declaration) => [declaration.name, declaration]));
  }

  readonly actions = {
    'functions.invokeFunction': async (params: Params): Promise<Params> => {
      const data = params['request_data'];
      const event: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : {};
      const { result } = await this.invoke(textParam(params, 'function_name'), event, {});
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
  async invoke(name: string, event: unknown, caller: Caller): Promise<Invocation> {
    const declaration = this.declared.get(name);
    if (!declaration) throw functionNotFound();
    const requestId = randomUUID();
    const context = functionContext({ ...declaration, functionName: name, env: this.env, requestId }, caller);
    const work = withinSeconds(this.run(declaration, event, context), declaration.timeoutSeconds);
    this.running.add(work);
    try {
      return { requestId, result: await work };
    } finally {
      this.running.delete(work);
    }
  }

  /** Resolves when no call is waited for any more: each has answered or run out of time. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async run(declaration: FunctionDeclaration, event: unknown, context: object): Promise<unknown> {
    try {
      const { main } = await this.module(declaration);
      return sendable(await main(event, context));
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
