import { act, screen } from '@testing-library/react';
import WishesTab from '@/pages/tabs/wishes/index';
import { gives, openCloud } from '../../support/cloud-door';
import { arrived, tap, turnTo } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { wishView } from './wish-views';

type Input = { filter: string; cursor?: string };

const page = (items: unknown[], nextCursor: string | null = null) => gives({ items, nextCursor });
const openWall = async () => {
  const view = await open(<WishesTab />);
  await arrived();
  return view;
};

beforeEach(() => signIn('auntieZhang'));

describe('the wish wall', () => {
  it('reads each card out as one sentence and opens it by a tap', async () => {
    openCloud({ 'wish.wall': () => page([wishView()]) });
    await openWall();
    await tap('心愿：一个小学生书包，书包文具，待认领');
    expect(phone.went).toEqual(['open /pages/wishes/detail/index?wishId=w1']);
  });

  it('marks one’s own wish and one’s own claim', async () => {
    openCloud({
      'wish.wall': () =>
        page([
          wishView({ isMine: true }),
          wishView({ wishId: 'w2', status: 'claimed', isClaimedByMe: true }),
        ]),
    });
    await openWall();
    expect(screen.getByText('我许的')).toBeInTheDocument();
    expect(screen.getByText('我认领的')).toBeInTheDocument();
  });

  it('turns to claimed and fulfilled wishes, each with its stamp', async () => {
    const sent = openCloud({
      'wish.wall': ({ filter }: Input) =>
        page(filter === 'done' ? [wishView({ status: 'thanked', title: '一台收音机' })] : []),
    });
    await openWall();
    expect(screen.getByText('墙上的心愿都有人认领了')).toBeInTheDocument();
    await turnTo('已实现');
    expect(await screen.findByText('一台收音机')).toBeInTheDocument();
    expect(screen.getByText('已致谢')).toBeInTheDocument();
    expect(sent.map(({ input }) => input)).toEqual([{ filter: 'open' }, { filter: 'done' }]);
  });

  it('goes on where the last page ended, and says when that was all', async () => {
    const sent = openCloud({
      'wish.wall': ({ cursor }: Input) =>
        cursor ? page([wishView({ wishId: 'w2', title: '一双棉鞋' })]) : page([wishView()], 'after-w1'),
    });
    const { container } = await openWall();
    expect(screen.getByText('往下拉，还有更多心愿')).toBeInTheDocument();
    const wall = container.querySelector<HTMLElement & { reachEnd(): void }>('.hy-screen__scroll');
    await act(async () => wall?.reachEnd());
    expect(await screen.findByText('一双棉鞋')).toBeInTheDocument();
    expect(screen.getByText('都在这里了')).toBeInTheDocument();
    expect(sent[1]?.input).toEqual({ filter: 'open', cursor: 'after-w1' });
  });

  it('says that the network is lost and reads again on demand', async () => {
    let isLost = true;
    openCloud({ 'wish.wall': () => (isLost ? 'lost' : page([wishView()])) });
    await openWall();
    expect(screen.getByText(/网络不通/)).toBeInTheDocument();
    isLost = false;
    await tap('重试');
    expect(await screen.findByText('一个小学生书包')).toBeInTheDocument();
  });

  it('is one tap away from making a wish', async () => {
    openCloud({ 'wish.wall': () => page([]) });
    await openWall();
    await tap('许个心愿');
    expect(phone.went).toEqual(['open /pages/wishes/new/index']);
  });
});
