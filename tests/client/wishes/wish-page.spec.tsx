import { screen } from '@testing-library/react';
import { WISH_ERROR_WORDS } from '@domain/wishes/wish.actions';
import type { WishView } from '@domain/wishes/wish.schema';
import WishPage from '@/pages/wishes/detail/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { wishView } from './wish-views';

const held: Partial<WishView> = {
  status: 'claimed',
  isClaimedByMe: true,
  claimerMasked: '陈*',
  claimedAt: Date.parse('2026-11-21T09:00:00+08:00'),
  canSeeContact: true,
  moves: ['release', 'fulfil'],
};
const fulfilled: Partial<WishView> = {
  ...held,
  status: 'fulfilled',
  fulfilledAt: Date.parse('2026-11-21T18:00:00+08:00'),
  fulfilNote: '书包送到了',
  moves: [],
};
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

const openWish = async () => {
  const view = await open(<WishPage />);
  await arrived();
  return view;
};

beforeEach(() => {
  signIn('volunteerChen');
  phone.openAt('/pages/wishes/detail/index', { wishId: 'w1' });
});

describe('the buttons of a wish', () => {
  it.each<[string, Partial<WishView>, string[]]>([
    ['a volunteer before an open wish', { moves: ['claim'] }, ['认领心愿']],
    ['the wisher of an open wish', { isMine: true, moves: ['withdraw'], canSeeContact: true }, ['撤回心愿']],
    ['the one who claimed it', held, ['查看联系方式', '心愿已实现', '退回心愿']],
    ['the wisher after it came true', { ...fulfilled, isMine: true, moves: ['thank'] }, ['说一声谢谢']],
    ['staff before a submitted one', { status: 'submitted', moves: ['publish', 'decline'] }, ['去审核']],
    ['a neighbour who only reads', { status: 'claimed', moves: [] }, []],
  ])('are for %s exactly the moves that came with it', async (_who, part, expected) => {
    openCloud({ 'wish.get': () => gives(wishView(part)) });
    await openWish();
    expect(buttons().filter((words) => words !== '' && words !== null)).toEqual(expected);
  });

  it('give way to a reason for somebody who cannot claim', async () => {
    openCloud({ 'wish.get': () => gives(wishView()) });
    await openWish();
    expect(screen.getByText(/心愿由志愿者和网格员认领/)).toBeInTheDocument();
  });
});

describe('claiming a wish', () => {
  it('asks first and claims nothing when the answer is no', async () => {
    phone.willAnswer(false);
    const sent = openCloud({ 'wish.get': () => gives(wishView({ moves: ['claim'] })) });
    await openWish();
    await tap('认领心愿');
    expect(phone.asked.map(({ title }) => title)).toEqual(['认领这个心愿？']);
    expect(sent.map(({ action }) => action)).toEqual(['wish.get']);
  });

  it('tells the slower of two that somebody was faster, and shows how the wish stands now', async () => {
    let current = wishView({ moves: ['claim'] });
    openCloud({
      'wish.get': () => gives(current),
      'wish.claim': () => {
        current = wishView({ status: 'claimed', claimerMasked: '何*', claimedAt: 1 });
        return refuses('WISH_ALREADY_CLAIMED');
      },
    });
    await openWish();
    await tap('认领心愿');
    expect(screen.getByText(WISH_ERROR_WORDS.WISH_ALREADY_CLAIMED)).toBeInTheDocument();
    expect(await screen.findByText('何*认领了')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '认领心愿' })).toBeNull();
    await tap('看看其他心愿');
    expect(phone.went).toEqual(['tab /pages/tabs/wishes/index']);
  });

  it('opens the contact only when it is asked for, and dials it', async () => {
    const dialled = jest.spyOn(window, 'open').mockImplementation(() => null);
    const sent = openCloud({
      'wish.get': () => gives(wishView(held)),
      'wish.contact': () => gives({ name: '张桂兰', phone: '13837112345', place: '1号楼1单元101' }),
    });
    await openWish();
    expect(screen.getByText(/每次查看都会留下记录/)).toBeInTheDocument();
    expect(sent.map(({ action }) => action)).toEqual(['wish.get']);
    await tap('查看联系方式');
    expect(screen.getByText('1号楼1单元101')).toBeInTheDocument();
    await tap('打电话给张桂兰，13837112345');
    expect(dialled).toHaveBeenCalledWith('tel:13837112345', '_self');
    dialled.mockRestore();
  });
});

describe('after a claim', () => {
  it('wants a note before a wish counts as fulfilled, and keeps the note when the network is lost', async () => {
    const sent = openCloud({ 'wish.get': () => gives(wishView(held)), 'wish.fulfil': () => 'lost' });
    const { unmount } = await openWish();
    await tap('心愿已实现');
    await tap('心愿已实现');
    expect(screen.getByText('请写上怎么送到的，至少2个字')).toBeInTheDocument();
    await type('怎么实现的', '周六上午送到了');
    await tap('心愿已实现');
    expect(screen.getByText(/网络不通/)).toBeInTheDocument();
    expect(sent.filter(({ action }) => action === 'wish.fulfil')).toHaveLength(1);
    unmount();
    await openWish();
    await tap('心愿已实现');
    expect(screen.getByLabelText<HTMLTextAreaElement>('怎么实现的').value).toBe('周六上午送到了');
  });

  it('goes back to the wall only with a reason', async () => {
    const sent = openCloud({
      'wish.get': () => gives(wishView(held)),
      'wish.release': () => gives(wishView({ moves: ['claim'] })),
    });
    await openWish();
    await tap('退回心愿');
    await tap('退回心愿墙');
    expect(screen.getByText('还没有填写')).toBeInTheDocument();
    await type('退回的原因', '最近要出门');
    await tap('退回心愿墙');
    expect(sent.find(({ action }) => action === 'wish.release')?.input).toEqual({
      wishId: 'w1',
      reason: '最近要出门',
    });
    expect(phone.toasts).toEqual(['已退回心愿墙']);
  });

  it('hangs the thanks as a pennant for everyone, naming nobody further than the wall does', async () => {
    const thanked = {
      ...fulfilled,
      status: 'thanked',
      thanks: '孩子很喜欢，谢谢您',
      isClaimedByMe: false,
    } as const;
    openCloud({ 'wish.get': () => gives(wishView({ ...thanked, canSeeContact: false })) });
    await openWish();
    expect(
      screen.getByRole('img', {
        name: '锦旗。赠热心邻居陈*：孩子很喜欢，谢谢您。许愿的邻居敬赠，二〇二六年十一月',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('送上一面锦旗')).toBeInTheDocument();
  });

  it('tells those it is between that others do not see the words yet', async () => {
    openCloud({ 'wish.get': () => gives(wishView({ ...fulfilled, heldWords: ['note'] })) });
    await openWish();
    expect(screen.getByText('这里的留言，社区看过后其他邻居才能看到。')).toBeInTheDocument();
    expect(screen.queryByText('看过了，可以公开')).toBeNull();
  });

  it('lets staff show words that waited for them', async () => {
    const sent = openCloud({
      'wish.get': () => gives(wishView({ ...fulfilled, heldWords: ['thanks'], moves: ['vouch'] })),
      'wish.vouch': () => gives(wishView(fulfilled)),
    });
    await openWish();
    await tap('看过了，可以公开');
    expect(sent.map(({ action }) => action)).toContain('wish.vouch');
  });

  it('carries the thanks of the wisher, and keeps them on the sheet when they are refused', async () => {
    openCloud({
      'wish.get': () => gives(wishView({ ...fulfilled, isMine: true, moves: ['thank'] })),
      'wish.thank': () => refuses('INTERNAL'),
    });
    await openWish();
    await tap('说一声谢谢');
    await type('想对热心邻居说的话', '孩子很喜欢');
    await tap('送出谢意');
    expect(screen.getAllByText(/服务暂时出了点问题/).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLTextAreaElement>('想对热心邻居说的话').value).toBe('孩子很喜欢');
  });
});
