import { renderHook } from '@testing-library/react';
import { currentUrl, go, goBack, goInstead, useParams } from '@/services/navigate';
import { phone } from '../../support/taro';

test('a page is opened with its parameters, whatever characters they have', () => {
  go('pages/wishes/detail/index', { wishId: 'w1', note: '张 & 李' });
  expect(phone.went).toEqual(['open /pages/wishes/detail/index?wishId=w1&note=%E5%BC%A0%20%26%20%E6%9D%8E']);
});

test('a tab is switched to, not opened on top', () => {
  go('/pages/tabs/desk/index');
  expect(phone.went).toEqual(['tab /pages/tabs/desk/index']);
});

test('on a deep stack the page is replaced, because WeChat opens at most ten', () => {
  phone.openAt('/pages/wishes/detail/index', {}, 9);
  go('/pages/notices/list/index');
  goInstead('/pages/notices/detail/index', { noticeId: 'n1' });
  expect(phone.went).toEqual([
    'replace /pages/notices/list/index',
    'replace /pages/notices/detail/index?noticeId=n1',
  ]);
});

test('going back from a page opened by a shared link leads somewhere', () => {
  phone.openAt('/pages/wishes/detail/index', {}, 2);
  goBack();
  phone.openAt('/pages/wishes/detail/index', {}, 1);
  goBack();
  goBack('/pages/notices/list/index');
  expect(phone.went).toEqual(['back', 'tab /pages/tabs/home/index', 'replace /pages/notices/list/index']);
});

test('a page reads its parameters and knows its own address', () => {
  phone.openAt('/pages/wishes/detail/index', { wishId: 'w%201', stamp: 'AA', $taroTimestamp: '1' });
  const { result } = renderHook(() => useParams<{ wishId: string; from: string }>());
  expect(result.current).toMatchObject({ wishId: 'w 1' });
  expect(result.current.from).toBeUndefined();
  expect(currentUrl()).toBe('/pages/wishes/detail/index?wishId=w%201');
});
