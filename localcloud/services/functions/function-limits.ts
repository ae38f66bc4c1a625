import { FUNCTION_LIMITS } from '../../limits';

/** Refuses functions CloudBase would not deploy. Throws an Error that names the function and the limit. */
export function refuseFunctions(
  functions: readonly { name: string; timeoutSeconds: number; memoryMegabytes?: number }[],
): void {
  const { minTimeoutSeconds, maxTimeoutSeconds, minMemoryMegabytes, maxMemoryMegabytes } = FUNCTION_LIMITS;
  const { memoryMegabytes: usual } = FUNCTION_LIMITS;
  for (const { name, timeoutSeconds, memoryMegabytes = usual } of functions) {
    if (!(timeoutSeconds >= minTimeoutSeconds && timeoutSeconds <= maxTimeoutSeconds))
      throw new Error(
        `function ${name} may run ${minTimeoutSeconds} to ${maxTimeoutSeconds} seconds, not ${timeoutSeconds}`,
      );
    if (!(memoryMegabytes >= minMemoryMegabytes && memoryMegabytes <= maxMemoryMegabytes))
      throw new Error(
        `function ${name} may have ${minMemoryMegabytes} to ${maxMemoryMegabytes} MB, not ${memoryMegabytes}`,
      );
  }
}
