import { act, renderHook } from '@testing-library/react';
import { requestBinding } from '@domain/people/people.actions';
import { getMe } from '@domain/people/people.actions';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { signIn, WithReads } from '../../support/signed-in';

const HOME = { buildingId: 'b03', entrance: 2, room: '502', name: '张桂兰', phone: '13837112345' };

beforeEach(() => signIn('zhang'));

const useBinding = () => useAction(requestBinding, { refresh: ['me'] });

test('two quick taps do one thing', async () => {
  const sent = openCloud({ 'binding.request': () => gives({ status: 'requested' }) });
  const { result } = renderHook(useBinding, { wrapper: WithReads });
  await act(async () => {
    const first = result.current.run(HOME);
    const second = result.current.run(HOME);
    expect(await first).toBe(await second);
  });
  expect(sent).toHaveLength(1);
});

test('the screen knows while it is under way', async () => {
  let arrive = (): void => undefined;
  openCloud({ 'binding.request': () => new Promise((resolve) => (arrive = () => resolve(gives({})))) });
  const { result } = renderHook(useBinding, { wrapper: WithReads });
  await act(async () => void result.current.run(HOME));
  expect(result.current.isPending).toBe(true);
  await act(async () => arrive());
  expect(result.current.isPending).toBe(false);
});

test('trying again after the network was lost has one effect: it carries the same key', async () => {
  let tries = 0;
  const sent = openCloud({ 'binding.request': () => (++tries === 1 ? 'lost' : gives({})) });
  const { result } = renderHook(useBinding, { wrapper: WithReads });
  await act(async () => void (await result.current.run(HOME)));
  expect(result.current.failure?.code).toBe('NETWORK');
  await act(async () => void (await result.current.run(HOME)));
  expect(result.current.failure).toBeNull();
  expect(sent[1]?.key).toBe(sent[0]?.key);
});

test('somebody who corrected the form after losing the network submits something new', async () => {
  const sent = openCloud({ 'binding.request': () => 'lost' });
  const { result } = renderHook(useBinding, { wrapper: WithReads });
  await act(async () => void (await result.current.run(HOME)));
  await act(async () => void (await result.current.run({ ...HOME, room: '503' })));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test('doing the same thing twice on purpose is two things', async () => {
  const sent = openCloud({ 'binding.request': () => gives({}) });
  const { result } = renderHook(useBinding, { wrapper: WithReads });
  await act(async () => void (await result.current.run(HOME)));
  await act(async () => void (await result.current.run(HOME)));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test.each([
  ['it was done', gives({})],
  ['somebody else was quicker', refuses('MOVE_NOT_ALLOWED_FROM_STATE')],
])('lists on screen are read again after %s', async (_when, answer) => {
  const sent = openCloud({ 'me.get': () => gives({ name: '张桂兰' }), 'binding.request': () => answer });
  const { result } = renderHook(() => ({ me: useRead(getMe, {}), binding: useBinding() }), {
    wrapper: WithReads,
  });
  await act(async () => undefined);
  await act(async () => void (await result.current.binding.run(HOME)));
  expect(sent.map(({ action }) => action)).toEqual(['me.get', 'binding.request', 'me.get']);
});
