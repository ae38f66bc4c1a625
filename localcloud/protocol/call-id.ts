import type { Params } from './params';

/** Beside a request's fields, where nothing a client sends can reach. */
const CALL_ID = Symbol('callId');

/** Notes which function call a request comes from; undefined when it is from none. */
export function fromCall(params: Params, callId: string | undefined): Params {
  return callId === undefined ? params : { ...params, [CALL_ID]: callId };
}

export function callIdOf(params: Params): string | undefined {
  const id: unknown = Reflect.get(params, CALL_ID);
  return typeof id === 'string' ? id : undefined;
}

const LEADING_UUID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/;

/** The call the SDK names in its `seqId`: it puts its function's TCB_SEQID before a number of its own. */
export function callIdInSequence(seqId: string | null): string | undefined {
  return LEADING_UUID.exec(seqId ?? '')?.[1];
}
