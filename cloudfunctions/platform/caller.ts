import { createHash } from 'node:crypto';
import type { Person } from '@domain/kernel/person';

/** The person a call is made for, and the call's own facts. Identity comes from the platform, never from the body. */
export type Caller = {
  readonly person: Person;
  /** The platform's identity, for creating the person's record; no view contains it. */
  readonly openid: string;
  readonly requestId: string;
  /** The instant of the call, epoch ms; the same throughout the call. */
  readonly now: number;
  /** The idempotency key of a write; empty for reads. */
  readonly key: string;
  /** A digest of action and input: the same key may only come with the same. */
  readonly digest: string;
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The id of the person behind an identity: the same for ever, and the identity cannot be told from it. */
export const personIdOf = (openid: string): string => `p${hash(`huying-person:${openid}`).slice(0, 20)}`;

export const digestOf = (action: string, input: unknown): string =>
  hash(`${action}\n${JSON.stringify(input)}`).slice(0, 24);

/** An id that follows from the caller and the key of this write, so that a retry makes the same record. */
export const newIdFor = (caller: Caller, label: string): string =>
  `${label}-${hash(`${caller.person.personId}\n${caller.key}\n${label}`).slice(0, 24)}`;

/** Four digits that follow from the caller and the key. */
export const newCodeFor = (caller: Caller, label: string): string =>
  String(
    parseInt(hash(`${caller.person.personId}\n${caller.key}\n${label}`).slice(0, 8), 16) % 10_000,
  ).padStart(4, '0');
