import { act, fireEvent, screen } from '@testing-library/react';
import MePage from '@/pages/tabs/me/index';
import type { MeView } from '@domain/people/people.schema';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { zhang } from './home-view';

beforeEach(() => signIn('zhang'));

const openMe = async (me: MeView) => {
  openCloud({ 'me.get': () => gives(me) });
  return open(<MePage />);
};

test.each<[Partial<MeView>, string]>([
  [{}, '我的住址，3号楼2单元502室，已绑定'],
  [{ status: 'requested' }, '我的住址，3号楼2单元502室，待确认'],
  [{ status: 'unbound', homeLabel: null }, '我的住址，告诉社区您住哪里，去绑定'],
  [{ status: 'unbound', homeLabel: null, refusal: '房号不对' }, '我的住址，没有通过确认，重新填'],
])('a neighbour sees how far their address is (%o)', async (part, label) => {
  await openMe({ ...zhang, ...part });
  fireEvent.click(screen.getByRole('button', { name: label }));
  expect(phone.went).toEqual(['open /pages/people/bind/index']);
});

test('only staff find the way to the workbench here', async () => {
  const { unmount } = await openMe(zhang);
  expect(screen.queryByRole('button', { name: /工作台/ })).toBeNull();
  unmount();
  signIn('liu');
  await openMe({ ...zhang, roles: ['staff'] });
  fireEvent.click(screen.getByRole('button', { name: /工作台/ }));
  expect(phone.went).toEqual(['open /pages/staff/hub/index']);
});

test('the elders’ edition is switched on with one tap, everywhere, and stays on', async () => {
  const { container } = await openMe(zhang);
  const elder = screen.getByRole('switch', { name: /长辈版/ });
  await act(async () => fireEvent.click(elder));
  expect(elder).toHaveAttribute('aria-checked', 'true');
  expect(container.querySelector('.hy-theme--elder')).not.toBeNull();
  expect(phone.storage.get('hy.elder')).toBe('true');
  await act(async () => fireEvent.click(elder));
  expect(container.querySelector('.hy-theme--elder')).toBeNull();
});
