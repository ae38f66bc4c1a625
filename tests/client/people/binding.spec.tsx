import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import BindPage from '@/pages/people/bind';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { places } from '../notices/notice-views';
import { me } from './people-views';

beforeEach(() => signIn('newcomer'));

const tap = (name: RegExp | string, role = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));
const pick = async (field: RegExp, option: string) => {
  await tap(field);
  await tap(option, 'radio');
};
const write = (field: string, words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value: words } });
const pickDoor = async () => {
  await pick(/^哪栋楼/, '2号楼');
  await pick(/^单元/, '1单元');
  await pick(/^楼层/, '11层');
  await pick(/^房号/, '1102室');
};
const reads = { 'me.get': () => gives(me()), 'place.list': () => gives(places) };

describe('asking to be tied to a household', () => {
  it('takes the door, a name and a phone number, and says why the number is asked', async () => {
    const requested = me({ status: 'requested', homeLabel: '2号楼1单元1102室', moves: ['withdraw'] });
    let mine = me();
    const sent = openCloud({
      ...reads,
      'me.get': () => gives(mine),
      'binding.request': () => gives((mine = requested)),
    });
    await open(<BindPage />);
    expect(screen.getByText(/为什么要手机号/)).toBeInTheDocument();
    await pickDoor();
    expect(screen.getByText('2号楼1单元1102室')).toBeInTheDocument();
    write('您的姓名', '李建国');
    write('手机号', '13837112345');
    await tap('提交，请社区确认');
    expect(sent.find(({ action }) => action === 'binding.request')?.input).toEqual({
      buildingId: 'b02',
      entrance: 1,
      room: '1102',
      name: '李建国',
      phone: '13837112345',
    });
    expect(screen.getByText('正在等社区确认')).toBeInTheDocument();
  });

  it('offers only floors the building has', async () => {
    openCloud(reads);
    await open(<BindPage />);
    await pick(/^哪栋楼/, '1号楼');
    await tap(/^楼层/);
    expect(screen.getAllByRole('radio').map((floor) => floor.textContent)).toEqual([
      '1层',
      '2层',
      '3层',
      '4层',
      '5层',
      '6层',
    ]);
  });

  it('says what is missing and sends nothing', async () => {
    const sent = openCloud(reads);
    await open(<BindPage />);
    write('手机号', '12345');
    await tap('提交，请社区确认');
    expect(screen.getByText('请选一下')).toBeInTheDocument();
    expect(screen.getByText('姓名至少写2个字')).toBeInTheDocument();
    expect(screen.getByText('手机号格式不对，请检查后重新填写')).toBeInTheDocument();
    expect(sent.some(({ action }) => action === 'binding.request')).toBe(false);
  });

  it('keeps what was filled in when the register refuses it and when the page is left', async () => {
    openCloud({ ...reads, 'binding.request': () => refuses('HOUSEHOLD_NOT_FOUND') });
    await open(<BindPage />);
    await pickDoor();
    write('您的姓名', '李建国');
    write('手机号', '13837112345');
    await tap('提交，请社区确认');
    expect(screen.getByRole('alert')).toHaveTextContent('登记册里没有这个房号');
    cleanup();
    await open(<BindPage />);
    expect(screen.getByRole('textbox', { name: '您的姓名' })).toHaveValue('李建国');
    expect(screen.getByText('2号楼1单元1102室')).toBeInTheDocument();
  });
});

describe('after asking', () => {
  it('a neighbour who was refused reads why and can ask again', async () => {
    openCloud({ ...reads, 'me.get': () => gives(me({ refusal: '房号和登记册对不上' })) });
    await open(<BindPage />);
    expect(screen.getByText('房号和登记册对不上')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '提交，请社区确认' })).toBeInTheDocument();
  });

  it('a neighbour who mistyped takes the request back', async () => {
    let mine = me({ status: 'requested', homeLabel: '2号楼1单元1102室', moves: ['withdraw'] });
    openCloud({ ...reads, 'me.get': () => gives(mine), 'binding.withdraw': () => gives((mine = me())) });
    await open(<BindPage />);
    await tap('填错了，撤回申请');
    expect(screen.getByText('您住在哪一户')).toBeInTheDocument();
  });

  it('a resident who moves away is asked first, and stays when it was a slip', async () => {
    const bound = me({ status: 'bound', homeLabel: '2号楼1单元1102室', moves: ['moveOut'] });
    const sent = openCloud({ 'me.get': () => gives(bound), 'binding.moveOut': () => gives(me()) });
    phone.willAnswer(false);
    await open(<BindPage />);
    await tap('我搬走了，解除绑定');
    expect(phone.asked[0]?.title).toBe('已经搬离2号楼1单元1102室？');
    expect(sent.some(({ action }) => action === 'binding.moveOut')).toBe(false);
  });
});
