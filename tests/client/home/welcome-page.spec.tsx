import { act, fireEvent, screen } from '@testing-library/react';
import WelcomePage from '@/pages/welcome/index';
import { dropSession, session } from '@/services/session-store';
import { answered, openCloud } from '../../support/cloud-door';
import { open } from '../../support/signed-in';
import { phone } from '../../support/taro';

const PEOPLE = [
  { openid: 'o-zhang', label: '张桂兰', note: '3号楼', group: '居民' },
  { openid: 'o-liu', label: '刘洋', note: '今天值班', group: '社区工作人员' },
];
const local = {
  '/_localcloud/identities': answered(200, { identities: PEOPLE }),
  '/_localcloud/sign-in': answered(200, { token: 't-zhang', openid: 'o-zhang', expiresAt: 1 }),
};
const pick = (name: RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => dropSession());

test('the people of this computer are there to choose from, group by group', async () => {
  openCloud({}, local);
  await open(<WelcomePage />);
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    '呼应',
    '居民',
    '社区工作人员',
  ]);
});

test('somebody who picks a person is that person, and where they wanted to go', async () => {
  openCloud({}, local);
  phone.openAt('/pages/welcome/index', { from: encodeURIComponent('/pages/wishes/detail/index?wishId=w1') });
  await open(<WelcomePage />);
  await pick(/张桂兰/);
  expect(session.get()).toEqual({ token: 't-zhang', personKey: 'o-zhang' });
  expect(phone.went).toEqual(['restart /pages/wishes/detail/index?wishId=w1']);
});

test('somebody whose session ran out is told why they are here and that nothing typed is lost', async () => {
  openCloud({}, local);
  phone.openAt('/pages/welcome/index', { why: 'expired' });
  await open(<WelcomePage />);
  expect(screen.getByRole('status')).toHaveTextContent(
    '登录已过期，请重新进入；您填写的内容已保存在手机上。',
  );
});

test('a link can only lead into the app, not to another site', async () => {
  openCloud({}, local);
  phone.openAt('/pages/welcome/index', { from: encodeURIComponent('https://example.com/') });
  await open(<WelcomePage />);
  await pick(/张桂兰/);
  expect(phone.went).toEqual(['restart /pages/tabs/home/index']);
});

describe('on a community’s own server, where there is no picker', () => {
  const atServer = (code: ReturnType<typeof answered>) =>
    openCloud({}, { '/_localcloud/identities': answered(404, {}), '/sign-in/code': code });
  const session401 = answered(401, { code: 'SIGN_IN_CODE_INVALID', message: 'wrong' });
  const signIn = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '登录' })));
  const codeField = () => screen.getByLabelText('邀请码');

  afterEach(() => window.history.replaceState(null, '', '/'));

  test('residents are shown the way through WeChat', async () => {
    atServer(session401);
    await open(<WelcomePage />);
    expect(screen.getByText('居民请在微信里打开「呼应」小程序')).toBeInTheDocument();
  });

  test('a colleague who follows an invitation’s link is in with one tap, and the code leaves the address', async () => {
    window.history.replaceState(null, '', '/?invitation=4DQL-BDRT-9ZW8');
    atServer(answered(200, { token: 't-liu', openid: 'o-liu', expiresAt: 1 }));
    await open(<WelcomePage />);
    expect(window.location.href).not.toContain('4DQL');
    expect(codeField()).toHaveValue('4DQL-BDRT-9ZW8');
    await signIn();
    expect(session.get()).toEqual({ token: 't-liu', personKey: 'o-liu' });
    expect(phone.went).toEqual(['restart /pages/tabs/home/index']);
  });

  test.each([
    [401, '邀请码不对，或者已经用过、过期了。请核对一遍，或请管理员再发一个。'],
    [429, '试的次数太多了，请十分钟后再试。'],
    [503, '暂时不能登录，请稍后再试。'],
  ])('refusal %i is said in words, and what was typed stays', async (status, words) => {
    atServer(answered(status, { code: 'X', message: 'x' }));
    await open(<WelcomePage />);
    fireEvent.input(codeField(), { target: { value: '4DQL' } });
    await signIn();
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(codeField()).toHaveValue('4DQL');
    expect(session.get()).toBeNull();
  });

  test('nothing can be sent before a code is typed', async () => {
    atServer(session401);
    await open(<WelcomePage />);
    expect(screen.getByRole('button', { name: '登录' })).toHaveAttribute('aria-disabled', 'true');
  });
});

test('a server that is not running can be tried again', async () => {
  let isUp = false;
  const identities = () => {
    if (!isUp) throw new TypeError('Failed to fetch');
    return local['/_localcloud/identities']();
  };
  openCloud({}, { '/_localcloud/identities': identities });
  await open(<WelcomePage />);
  isUp = true;
  await pick(/再试一次/);
  expect(screen.getByText('张桂兰')).toBeInTheDocument();
});

test('a person who cannot be chosen after all leaves everything as it was', async () => {
  openCloud({}, { ...local, '/_localcloud/sign-in': answered(400, { code: 'INVALID_PARAM' }) });
  await open(<WelcomePage />);
  await pick(/刘洋/);
  expect(session.get()).toBeNull();
  expect(phone.toasts).toEqual(['这个身份进不去，请换一个']);
});
