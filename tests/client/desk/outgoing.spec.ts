import {
  createOutgoing,
  OUTGOING_LIMITS,
  type NewMessage,
  type OutgoingMessage,
  type Sent,
} from '@/features/desk/outgoing';
import { aPage, ASKED_AT } from './talk';

const written = (key: string, part: Partial<NewMessage> = {}): NewMessage => ({
  key,
  to: { kind: 'say', threadId: 't1' },
  text: key,
  photos: [],
  queuedAt: ASKED_AT,
  afterSeq: 1,
  ...part,
});
const network: Sent = { ok: false, code: 'NETWORK', words: '网络不通' };
const arrived: Sent = { ok: true, page: aPage(1, 2) };

/** A phone whose storage, network and clock the test holds in its hands. */
function aPhone(kept: readonly OutgoingMessage[] = []) {
  let stored = kept;
  const onWire: { message: OutgoingMessage; answer(sent: Sent): Promise<void> }[] = [];
  const alarms: { run(): void; ms: number }[] = [];
  const boot = () =>
    createOutgoing({
      load: () => stored,
      save: (messages) => void (stored = messages),
      send: (message) =>
        new Promise((resolve) => {
          onWire.push({
            message,
            answer: async (sent) => {
              resolve(sent);
              await Promise.resolve();
              await Promise.resolve();
            },
          });
        }),
      later: (run, ms) => {
        const alarm = { run, ms };
        alarms.push(alarm);
        return () => void alarms.splice(alarms.indexOf(alarm), 1);
      },
    });
  return {
    boot,
    onWire,
    alarms,
    stored: () => stored,
    sentKeys: () => onWire.map(({ message }) => message.key),
    answer: (index: number, sent: Sent) => onWire[index]?.answer(sent),
    ring() {
      for (const { run } of alarms.splice(0)) run();
    },
  };
}

it('keeps a message on the phone before anything is sent', () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  expect(phone.stored()).toMatchObject([{ key: 'a', text: 'a' }]);
  expect(outgoing.messages()).toMatchObject([{ key: 'a', state: 'sending' }]);
});

it('tells the screen of an arrival before the message leaves the queue, so that it never blinks', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  const seen: string[] = [];
  outgoing.onArrival((message) => seen.push(`${message.key} with ${outgoing.messages().length} queued`));
  outgoing.add(written('a'));
  await phone.answer(0, arrived);
  expect(seen).toEqual(['a with 1 queued']);
  expect(outgoing.messages()).toEqual([]);
  expect(phone.stored()).toEqual([]);
});

it('sends what a neighbour wrote in the order it was written, one at a time', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  for (const key of ['a', 'b', 'c']) outgoing.add(written(key));
  expect(phone.sentKeys()).toEqual(['a']);
  await phone.answer(0, arrived);
  await phone.answer(1, arrived);
  expect(phone.sentKeys()).toEqual(['a', 'b', 'c']);
});

it('lets another conversation pass one that is stuck', () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  outgoing.add(written('b', { to: { kind: 'say', threadId: 't2' } }));
  outgoing.add(written('c', { to: { kind: 'ask', faqShown: [] } }));
  expect(phone.sentKeys()).toEqual(['a', 'b', 'c']);
});

it('holds later messages back while an earlier one waits for the network, and retries with the same key', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  outgoing.add(written('b'));
  await phone.answer(0, network);
  expect(outgoing.messages()).toMatchObject([
    { key: 'a', state: 'waiting', words: '网络不通' },
    { key: 'b', state: 'waiting' },
  ]);
  expect(phone.alarms.map(({ ms }) => ms)).toEqual([OUTGOING_LIMITS.waitsMs[0]]);
  phone.ring();
  expect(phone.sentKeys()).toEqual(['a', 'a']);
  await phone.answer(1, arrived);
  expect(phone.sentKeys()).toEqual(['a', 'a', 'b']);
});

it('does not wait for its alarm when the network is back', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  await phone.answer(0, network);
  outgoing.resume();
  expect(phone.sentKeys()).toEqual(['a', 'a']);
  expect(phone.alarms).toEqual([]);
});

it('tries more and more rarely while there is no network, and never gives up', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    await phone.answer(attempt, network);
    pauses.push(...phone.alarms.map(({ ms }) => ms));
    phone.ring();
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000]);
});

it('sends once what was tapped twice: a second resume or retry does not start a second sending', () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  outgoing.resume();
  outgoing.retry('a');
  outgoing.resume();
  expect(phone.sentKeys()).toEqual(['a']);
});

it('sends after a restart what was on the wire when the phone died, under the same key', async () => {
  const phone = aPhone();
  phone.boot().add(written('a'));
  const restarted = phone.boot();
  expect(restarted.messages()).toMatchObject([{ key: 'a', state: 'waiting' }]);
  restarted.resume();
  expect(phone.sentKeys()).toEqual(['a', 'a']);
  await phone.answer(1, arrived);
  expect(phone.stored()).toEqual([]);
});

it('shows why a message was refused and lets the next ones pass', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  outgoing.add(written('b'));
  await phone.answer(0, { ok: false, code: 'THREAD_CLOSED', words: '这件事已经结束' });
  expect(outgoing.messages()).toMatchObject([
    { key: 'a', state: 'refused', words: '这件事已经结束' },
    { key: 'b', state: 'sending' },
  ]);
});

it('leaves a refused message alone until a person asks to try again', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  await phone.answer(0, { ok: false, code: 'NOT_ALLOWED', words: '不行' });
  outgoing.resume();
  expect(phone.sentKeys()).toEqual(['a']);
  outgoing.retry('a');
  expect(phone.sentKeys()).toEqual(['a', 'a']);
});

it('asks the person after a service that keeps stumbling, instead of trying for ever', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  for (let attempt = 0; attempt < OUTGOING_LIMITS.serverTries; attempt += 1) {
    expect(outgoing.messages()[0]?.state).toBe('sending');
    await phone.answer(attempt, { ok: false, code: 'INTERNAL', words: '服务出了点问题' });
    phone.ring();
  }
  expect(outgoing.messages()).toMatchObject([{ state: 'refused', words: '服务出了点问题' }]);
});

it('takes a message back unless it is on the wire', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  expect(outgoing.drop('a')).toBe(false);
  await phone.answer(0, network);
  expect(outgoing.drop('a')).toBe(true);
  expect(phone.stored()).toEqual([]);
});

it('takes no more than a phone should hold, and says so', () => {
  const outgoing = aPhone().boot();
  for (let count = 0; count < OUTGOING_LIMITS.messagesMax; count += 1)
    expect(outgoing.add(written(`m${count}`))).toBe(true);
  expect(outgoing.add(written('one too many'))).toBe(false);
});

it('sends nothing for a person who has handed the phone on, and keeps it for their return', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  await phone.answer(0, network);
  outgoing.stop();
  phone.ring();
  outgoing.resume();
  expect(phone.sentKeys()).toEqual(['a']);
  expect(phone.stored()).toMatchObject([{ key: 'a' }]);
});

it('keeps a message quietly while nobody is signed in, and sends it when its writer is back', async () => {
  const phone = aPhone();
  const outgoing = phone.boot();
  outgoing.add(written('a'));
  await phone.answer(0, { ok: false, code: 'SESSION_EXPIRED', words: '登录已过期' });
  expect(outgoing.messages()).toMatchObject([{ key: 'a', state: 'waiting' }]);
  expect(phone.alarms).toEqual([]);
  outgoing.resume();
  expect(phone.sentKeys()).toEqual(['a', 'a']);
});
