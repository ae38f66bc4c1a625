import { act, fireEvent, screen } from '@testing-library/react';
import HomePage from '@/pages/tabs/home/index';
import type { HomeView } from '@domain/home/home.actions';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn, wantLarge } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { home, NIGHT, notice, zhang } from './home-view';

beforeEach(() => {
  jest.useFakeTimers({ now: NIGHT, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
  signIn('zhang');
});
afterEach(() => {
  wantLarge(false);
  jest.useRealTimers();
});

const openHome = async (view: HomeView) => {
  openCloud({ 'home.get': () => gives(view) });
  await open(<HomePage />);
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('at 02:10 the first screen says who is there, until when, and who comes next', async () => {
  await openHome(home());
  expect(screen.getByText('张桂兰，夜深了')).toBeInTheDocument();
  expect(screen.getByText('这会儿也有人守着，15分钟内回您')).toBeInTheDocument();
  expect(screen.getByText('刘洋、孙静')).toBeInTheDocument();
  expect(screen.getByText('今日值班 · 到06:10')).toBeInTheDocument();
  expect(screen.getByText('06:10 起 赵敏')).toBeInTheDocument();
});

test('in an hour nobody covers, the secretary answers', async () => {
  const { duty } = home();
  await openHome(home({ duty: { ...duty, now: null } }));
  expect(screen.getByText('白蕊')).toBeInTheDocument();
  expect(screen.getByText('这一班由书记接待')).toBeInTheDocument();
});

test('asking the community is one tap away', async () => {
  await openHome(home());
  fireEvent.click(button(/^找社区/));
  expect(phone.went).toEqual(['tab /pages/tabs/desk/index']);
});

test('the notice that waits for an answer comes first and whole, the others stay in reach', async () => {
  const answered = notice({ noticeId: 'n2', title: '消防演习', myAnswer: 'acknowledged' });
  await openHome(home({ notices: [answered, notice({})] }));
  expect(screen.getByText('今晚停水')).toBeInTheDocument();
  expect(screen.queryByText('消防演习')).toBeNull();
  fireEvent.click(button('还有1条安全提示'));
  expect(phone.went).toEqual(['open /pages/notices/list/index']);
});

test('an answered notice stays where it was until the page is left, so that nothing jumps under the finger', async () => {
  let myAnswer: 'acknowledged' | null = null;
  openCloud({
    'home.get': () => gives(home({ notices: [notice({ myAnswer })] })),
    'notice.answer': () => gives(notice({ myAnswer: (myAnswer = 'acknowledged') })),
  });
  await open(<HomePage />);
  await act(async () => fireEvent.click(button('已知晓：今晚停水')));
  expect(screen.getByText('您已回复：已知晓')).toBeInTheDocument();
  await phone.show();
  expect(button('停水，今晚停水，已知晓')).toBeInTheDocument();
});

test('notices that were answered are one line each', async () => {
  await openHome(home({ notices: [notice({ myAnswer: 'needsHelp' })] }));
  expect(button('停水，今晚停水，已求助')).toHaveTextContent('橙色警示');
});

test('unread answers are counted on the tab of the desk and gone when they were read', async () => {
  let unreadCount = 2;
  openCloud({ 'home.get': () => gives(home({ unreadCount })) });
  await open(<HomePage />);
  expect(phone.badges.get(1)).toBe('2');
  unreadCount = 0;
  await phone.show();
  expect(phone.badges.get(1)).toBeUndefined();
});

test('somebody the community does not know yet is invited to say where they live', async () => {
  await openHome(home({ me: { ...zhang, status: 'unbound', homeLabel: null } }));
  fireEvent.click(button(/^告诉社区您住哪里/));
  expect(phone.went).toEqual(['open /pages/people/bind/index']);
});

test('neighbours see nothing of the workbench', async () => {
  await openHome(home());
  expect(screen.queryByText(/工作台|待接单/)).toBeNull();
});

test('staff see what waits and get to it with one tap', async () => {
  const staff = { waitingCount: 3, submittedWishCount: 0, bindingRequestCount: 1, isOnDuty: true };
  await openHome(home({ staff }));
  expect(screen.getByText('工作台 · 您正在值班')).toBeInTheDocument();
  fireEvent.click(button('待接单3件'));
  expect(phone.went).toEqual(['open /pages/staff/queue/index']);
});

test('the elders’ edition has the notice and five large things to press', async () => {
  wantLarge(true);
  await openHome(home({ notices: [notice({ myAnswer: 'acknowledged' })] }));
  const pressed = screen
    .getAllByRole('button')
    .map((element) => element.getAttribute('aria-label')?.split('，')[0]);
  expect(pressed).toEqual([
    '刷新',
    '停水',
    '找社区',
    '打电话 0371-60000000',
    '请人帮我办',
    '我问过的',
    '参加活动',
  ]);
});

test('who would rather have somebody else write calls, or hands the question to the family', async () => {
  wantLarge(true);
  await openHome(home());
  fireEvent.click(button(/^请人帮我办/));
  expect(button('打电话给值班室 0371-60000000')).toBeInTheDocument();
  await act(async () => fireEvent.click(button('发给家人')));
  expect(phone.calls).toEqual([
    `copy 请您帮我跟社区说件事 ${location.origin}/#/pages/tabs/desk/index?helpFor=p-zhang`,
  ]);
  expect(phone.toasts).toEqual(['链接已复制，发给家人就行']);
});

test('whose home the community does not know yet has no family to hand it to, and is told the way', async () => {
  wantLarge(true);
  await openHome(home({ me: { ...zhang, status: 'unbound', homeLabel: null } }));
  fireEvent.click(button(/^请人帮我办/));
  expect(screen.queryByRole('button', { name: '发给家人' })).toBeNull();
  fireEvent.click(button('告诉社区我住哪里'));
  expect(phone.went).toEqual(['open /pages/people/bind/index']);
});

test('while a notice waits for an answer, the door keeps to who is there and the two ways to knock', async () => {
  await openHome(home({ notices: [notice({})] }));
  expect(screen.getByText('刘洋、孙静正在值班')).toBeInTheDocument();
  expect(screen.queryByText(/15分钟内/)).toBeNull();
  for (const name of ['找社区，向值班人员提问', '打电话 0371-60000000']) {
    expect(button(name)).toBeInTheDocument();
  }
});

test('on WeChat the card for the family opens the question box; the page itself opens the first screen', async () => {
  await openHome(home());
  expect(phone.shared('button')).toMatchObject({
    title: '请您帮我跟社区说件事',
    path: '/pages/tabs/desk/index?helpFor=p-zhang',
  });
  expect(phone.shared('menu')).toMatchObject({ path: '/pages/tabs/home/index' });
});

test('of several answered notices an elder sees one thing, which leads to all of them', async () => {
  wantLarge(true);
  const answered = (noticeId: string, title: string) => notice({ noticeId, title, myAnswer: 'acknowledged' });
  await openHome(home({ notices: [answered('n1', '今晚停水'), answered('n2', '消防演习')] }));
  fireEvent.click(button('安全提示2条，今晚停水'));
  expect(phone.went).toEqual(['open /pages/notices/list/index']);
});

test('without network the screen says so and can try again', async () => {
  let tries = 0;
  openCloud({ 'home.get': () => (++tries === 1 ? 'lost' : gives(home())) });
  await open(<HomePage />);
  expect(screen.getByRole('alert')).toHaveTextContent('网络不通');
  await act(async () => fireEvent.click(button('重试')));
  expect(screen.getByText('刘洋、孙静')).toBeInTheDocument();
});
