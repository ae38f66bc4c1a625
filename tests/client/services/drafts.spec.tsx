import { act, renderHook } from '@testing-library/react';
import { DRAFT_LIMITS, useDraft } from '@/services/drafts';
import { signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

beforeEach(() => signIn('zhang'));

const write = (name: string, text: string) => {
  const view = renderHook(() => useDraft(name, ''));
  act(() => view.result.current.set(text));
  return view;
};
const read = (name: string) => renderHook(() => useDraft(name, '')).result.current.value;

test('words typed and not sent are there when the page is opened again', () => {
  write('thread.ask', '暖气不热').unmount();
  expect(read('thread.ask')).toBe('暖气不热');
});

test('words survive the phone putting the app away without leaving the page', async () => {
  write('thread.ask', '暖气不热');
  await phone.hide();
  expect(read('thread.ask')).toBe('暖气不热');
});

test('several changes in a row build on one another', () => {
  const { result } = renderHook(() => useDraft('form', { a: 1, b: 1 }));
  act(() => {
    result.current.set((old) => ({ ...old, a: 2 }));
    result.current.set((old) => ({ ...old, b: 2 }));
  });
  expect(result.current.value).toEqual({ a: 2, b: 2 });
});

test('what was sent is no draft any more', () => {
  const view = write('thread.ask', '暖气不热');
  act(() => view.result.current.clear());
  expect(view.result.current.value).toBe('');
  view.unmount();
  expect(read('thread.ask')).toBe('');
});

test('nobody sees what somebody else typed on the same phone', () => {
  write('thread.ask', '我家的事').unmount();
  signIn('li');
  expect(read('thread.ask')).toBe('');
  signIn('zhang');
  expect(read('thread.ask')).toBe('我家的事');
});

test('a phone keeps a bounded number of drafts, the ones used last', () => {
  const names = Array.from({ length: DRAFT_LIMITS.perPerson + 3 }, (_, index) => `thread.say.${index}`);
  names.forEach((name) => write(name, '有话没说完').unmount());
  expect(names.filter((name) => read(name) === '')).toEqual(names.slice(0, 3));
});

test('somebody whose phone has no room for a draft is told before leaving, once', async () => {
  phone.isFull = true;
  const view = write('thread.ask', '暖气不热');
  await phone.hide();
  act(() => view.result.current.set('暖气还是不热'));
  await phone.hide();
  expect(view.result.current.value).toBe('暖气还是不热');
  expect(phone.toasts).toEqual(['手机存不下了，没提交的内容离开后不会保留']);
});
