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

describe('two tabs of one person at the same conversation', () => {
  const name = 'hy.draft.zhang.thread.reply.t1';
  const stored = (text: string) => JSON.stringify({ data: JSON.stringify(text) });
  /** What the browser tells this tab when the other one stored something. */
  const storedElsewhere = (before: string | null, now: string | null) => {
    if (now === null) phone.storage.delete(name);
    else phone.storage.set(name, JSON.stringify(JSON.parse(now).data));
    act(
      () =>
        void window.dispatchEvent(
          new StorageEvent('storage', { key: name, oldValue: before, newValue: now }),
        ),
    );
  };

  test('what one of them sent is gone from the other, so it is not sent twice', async () => {
    const view = write('thread.reply.t1', '马上去看');
    await phone.hide();
    storedElsewhere(stored('马上去看'), null);
    expect(view.result.current.value).toBe('');
  });

  test('what one of them writes on shows in the other, unless that has words of its own', async () => {
    const view = renderHook(() => useDraft('thread.reply.t1', ''));
    storedElsewhere(null, stored('马上'));
    expect(view.result.current.value).toBe('马上');
    act(() => view.result.current.set('我来写'));
    storedElsewhere(stored('马上'), stored('马上去看'));
    expect(view.result.current.value).toBe('我来写');
  });
});
