import { act, renderHook } from '@testing-library/react';
import { getMe } from '@domain/people/people.actions';
import { listWall } from '@domain/wishes/wish.actions';
import { usePages, useRead } from '@/services/queries';
import { gives, openCloud } from '../../support/cloud-door';
import { signIn, WithReads } from '../../support/signed-in';
import { phone } from '../../support/taro';

beforeEach(() => signIn('zhang'));

const settle = () => act(async () => undefined);

test('what was read stays on screen when reading it again fails', async () => {
  let reads = 0;
  openCloud({ 'me.get': () => (++reads === 1 ? gives({ name: '张桂兰' }) : 'lost') });
  const { result } = renderHook(() => useRead(getMe, {}), { wrapper: WithReads });
  expect(result.current.isLoading).toBe(true);
  await settle();
  await act(() => result.current.refresh());
  expect(result.current.data).toEqual({ name: '张桂兰' });
  expect(result.current.failure?.code).toBe('NETWORK');
  expect(result.current.isLoading).toBe(false);
});

test('a first reading that fails says why, and works when tried again', async () => {
  let reads = 0;
  openCloud({ 'me.get': () => (++reads === 1 ? 'lost' : gives({ name: '张桂兰' })) });
  const { result } = renderHook(() => useRead(getMe, {}), { wrapper: WithReads });
  await settle();
  expect(result.current.failure?.code).toBe('NETWORK');
  await act(() => result.current.refresh());
  expect(result.current.data).toEqual({ name: '张桂兰' });
  expect(result.current.failure).toBeNull();
});

test.each([
  ['is old by then', 0, 2],
  ['is still fresh', 60_000, 1],
])('coming back to a page reads again only what %s', async (_age, staleMs, reads) => {
  const sent = openCloud({ 'me.get': () => gives({ name: '张桂兰' }) });
  renderHook(() => useRead(getMe, {}, { staleMs }), { wrapper: WithReads });
  await settle();
  await phone.show();
  expect(sent).toHaveLength(reads);
});

test('nothing is read until it may be', async () => {
  const sent = openCloud({ 'me.get': () => gives({}) });
  const { result } = renderHook(() => useRead(getMe, {}, { enabled: false }), { wrapper: WithReads });
  await phone.show();
  expect(sent).toEqual([]);
  expect(result.current.isLoading).toBe(false);
});

test('a list grows page by page until there is no more', async () => {
  const pages: Record<string, unknown> = {
    '': { items: [{ wishId: 'w1' }, { wishId: 'w2' }], nextCursor: 'after-w2' },
    'after-w2': { items: [{ wishId: 'w3' }], nextCursor: null },
  };
  const sent = openCloud({ [listWall.name]: ({ cursor = '' }: { cursor?: string }) => gives(pages[cursor]) });
  const { result } = renderHook(() => usePages(listWall, { filter: 'open' }), { wrapper: WithReads });
  await settle();
  expect(result.current.hasMore).toBe(true);
  await act(async () => {
    result.current.loadMore();
    result.current.loadMore();
  });
  await settle();
  result.current.loadMore();
  await settle();
  expect(result.current.items.map(({ wishId }) => wishId)).toEqual(['w1', 'w2', 'w3']);
  expect(sent.map(({ input }) => input)).toEqual([
    { filter: 'open' },
    { filter: 'open', cursor: 'after-w2' },
  ]);
});
