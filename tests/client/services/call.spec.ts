import { ERROR_WORDS } from '@domain/error-words';
import { getMe, requestBinding } from '@domain/people/people.actions';
import { call } from '@/services/call';
import { onSessionEnd } from '@/services/session-end';
import { dropSession } from '@/services/session-store';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { signIn } from '../../support/signed-in';

const HOME = { buildingId: 'b03', entrance: 2, room: '502', name: '张桂兰', phone: '13837112345' };

beforeEach(() => signIn('zhang'));

test('what the cloud answers reaches the screen', async () => {
  openCloud({ 'me.get': () => gives({ name: '张桂兰' }) });
  expect(await call(getMe, {})).toEqual({ ok: true, value: { name: '张桂兰' } });
});

test('the cloud learns who is calling from the session, and which function is meant from the contract', async () => {
  const sent = openCloud({ 'me.get': () => gives({}) });
  await call(getMe, {});
  expect(sent).toEqual([
    { audience: 'resident', action: 'me.get', input: {}, token: 'Bearer token-of-zhang' },
  ]);
});

test('a submission carries a key and a reading does not', async () => {
  const sent = openCloud({ 'me.get': () => gives({}), 'binding.request': () => gives({}) });
  await call(getMe, {});
  await call(requestBinding, HOME);
  await call(requestBinding, HOME, { key: 'the-same-key' });
  expect(sent.map(({ key }) => key)).toEqual([
    undefined,
    expect.stringMatching(/^[\w-]{24}$/),
    'the-same-key',
  ]);
});

test.each(['lost', 'garbled'] as const)('somebody without network is told so (%s)', async (answer) => {
  openCloud({ 'me.get': () => answer });
  expect(await call(getMe, {})).toEqual({
    ok: false,
    error: { code: 'NETWORK', words: ERROR_WORDS.NETWORK, faults: [], requestId: null },
  });
});

test('a connection that hangs counts as lost, so that nobody waits for ever', async () => {
  jest.useFakeTimers();
  openCloud({ 'me.get': () => new Promise<never>(() => undefined) });
  const waiting = call(getMe, {});
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'NETWORK' } });
  jest.useRealTimers();
});

test('a refusal comes with a sentence and the number of the request', async () => {
  openCloud({ 'binding.request': () => refuses('HOUSEHOLD_NOT_FOUND') });
  expect(await call(requestBinding, HOME)).toEqual({
    ok: false,
    error: {
      code: 'HOUSEHOLD_NOT_FOUND',
      words: ERROR_WORDS.HOUSEHOLD_NOT_FOUND,
      faults: [],
      requestId: 'r1',
    },
  });
});

test('what is wrong with one field comes back at that field', async () => {
  const issue = { code: 'invalid_format', path: ['phone'], format: 'regex' };
  openCloud({ 'binding.request': () => refuses('INVALID_INPUT', [issue]) });
  const result = await call(requestBinding, { ...HOME, phone: '12' });
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', faults: [{ field: 'phone', words: '格式不对，请检查后重新填写' }] },
  });
});

test('a code the contract does not name is our fault, not the resident’s', async () => {
  openCloud({ 'me.get': () => refuses('WISH_NOT_FOUND') });
  expect(await call(getMe, {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
});

test('an expired session is reported once, where the app decides what happens', async () => {
  const ends: string[] = [];
  onSessionEnd((reason) => ends.push(reason));
  openCloud({ 'me.get': () => 'expired' });
  expect(await call(getMe, {})).toMatchObject({ ok: false, error: { code: 'SESSION_EXPIRED' } });
  expect(ends).toEqual(['SESSION_EXPIRED']);
});

test('nothing is sent for somebody who is not signed in', async () => {
  dropSession();
  const sent = openCloud({ 'me.get': () => gives({}) });
  expect(await call(getMe, {})).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } });
  expect(sent).toEqual([]);
});
