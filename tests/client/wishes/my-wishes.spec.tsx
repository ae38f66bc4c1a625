import { screen } from '@testing-library/react';
import MyWishesPage from '@/pages/wishes/mine/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, tap, turnTo } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { wishView } from './wish-views';

const openPage = async () => {
  await open(<MyWishesPage />);
  await arrived();
};

beforeEach(() => signIn('volunteerChen'));

describe('one’s own wishes', () => {
  it('are kept apart from those one has claimed, both counted', async () => {
    openCloud({
      'wish.mine': () =>
        gives({
          wished: [wishView({ isMine: true, status: 'declined', title: '一台轮椅' })],
          claimed: [wishView({ wishId: 'w2', isClaimedByMe: true, status: 'claimed' })],
        }),
    });
    await openPage();
    expect(screen.getByText('一台轮椅')).toBeInTheDocument();
    expect(screen.getByText('未通过')).toBeInTheDocument();
    await turnTo('我认领的 1');
    expect(screen.getByText('一个小学生书包')).toBeInTheDocument();
    expect(screen.queryByText('一台轮椅')).toBeNull();
  });

  it('invite somebody who has none to make one or to help', async () => {
    openCloud({ 'wish.mine': () => gives({ wished: [], claimed: [] }) });
    await openPage();
    await tap('许个心愿');
    await turnTo('我认领的');
    await tap('去心愿墙看看');
    expect(phone.went).toEqual(['open /pages/wishes/new/index', 'tab /pages/tabs/wishes/index']);
  });

  it('need a household first: a visitor is shown the way instead of a refusal', async () => {
    openCloud({ 'wish.mine': () => refuses('NOT_ALLOWED') });
    await openPage();
    expect(screen.queryByText(/您的身份/)).toBeNull();
    await tap('去绑定');
    expect(phone.went).toEqual(['open /pages/people/bind/index']);
  });
});
