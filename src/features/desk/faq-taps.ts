import { faqSolved } from '@domain/desk/faq.actions';
import { call, newKey } from '@/services/call';
import { onNetworkBack } from '@/services/network';
import { readPersonKey } from '@/services/session-store';
import { readStored, store } from '@/services/storage';

type SolvedTap = { readonly key: string; readonly faqId: string };

const MOST = 50;
const nameOf = (personKey: string) => `hy.faq-solved.${personKey}`;
const isTaps = (value: unknown): value is SolvedTap[] =>
  Array.isArray(value) && value.every((item) => typeof item?.key === 'string');

const waiting = (personKey: string): SolvedTap[] => readStored(nameOf(personKey), isTaps) ?? [];
let sending: Promise<void> | null = null;

/** "This answered it": kept until the cloud has counted it, under one key, so that a tap in a lift counts once. */
export function countSolved(faqId: string): Promise<void> {
  const personKey = readPersonKey();
  store(nameOf(personKey), [...waiting(personKey), { key: newKey(), faqId }].slice(-MOST));
  return sendSolved();
}

/** Sends what waits; what the cloud refuses for good is not tried again. */
export function sendSolved(): Promise<void> {
  sending ??= sendAll(readPersonKey()).finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(personKey: string): Promise<void> {
  for (;;) {
    const [tap] = waiting(personKey);
    if (!tap || readPersonKey() !== personKey) return;
    const { key, faqId } = tap;
    const counted = await call(faqSolved, { faqId }, { key });
    if (
      !counted.ok &&
      ['NETWORK', 'INTERNAL', 'SESSION_EXPIRED', 'SIGN_IN_REQUIRED'].includes(counted.error.code)
    )
      return;
    store(
      nameOf(personKey),
      waiting(personKey).filter((other) => other.key !== key),
    );
  }
}

onNetworkBack(() => void sendSolved());
