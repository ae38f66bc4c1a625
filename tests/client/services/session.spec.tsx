import { act, render, screen } from '@testing-library/react';
import { Screen } from '@/components/screen';
import { onSessionEnd } from '@/services/session-end';
import { dropSession, keepSession, readPersonKey, session } from '@/services/session-store';
import { useSession } from '@/services/session';
import { answered, openCloud } from '../../support/cloud-door';
import { signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

const stored = (place: Storage) => JSON.parse(place.getItem('hy.session') ?? 'null');

test('another tab is signed in as the last person of this browser', () => {
  keepSession({ token: 't1', personKey: 'zhang' });
  expect(stored(localStorage)).toEqual({ token: 't1', personKey: 'zhang' });
  expect(readPersonKey()).toBe('zhang');
});

test('signing out here leaves somebody else signed in on their own tab', () => {
  keepSession({ token: 't1', personKey: 'zhang' });
  localStorage.setItem('hy.session', JSON.stringify({ token: 't2', personKey: 'li' }));
  dropSession();
  expect(session.get()).toBeNull();
  expect(stored(localStorage)).toEqual({ token: 't2', personKey: 'li' });
});

test('a page opened without signing in shows nothing and leads to the people of this computer and back', async () => {
  dropSession();
  phone.openAt('/pages/wishes/detail/index', { wishId: 'w 1' });
  render(<Screen title="心愿">秘密</Screen>);
  expect(screen.queryByText('秘密')).toBeNull();
  const back = encodeURIComponent('/pages/wishes/detail/index?wishId=w%201');
  expect(phone.went).toEqual([`restart /pages/welcome/index?from=${back}`]);
});

test('somebody who signs out is asked who comes next', async () => {
  signIn('zhang');
  openCloud({}, { '/_localcloud/sign-out': answered(200, {}) });
  const SignOut = () => {
    const { status, signOut } = useSession();
    return <button onClick={() => void signOut()}>{status}</button>;
  };
  render(<SignOut />);
  await act(async () => screen.getByText('signedIn').click());
  expect(screen.getByText('signedOut')).toBeInTheDocument();
  expect(phone.went).toEqual(['restart /pages/welcome/index']);
});

afterAll(() => onSessionEnd(() => undefined));
