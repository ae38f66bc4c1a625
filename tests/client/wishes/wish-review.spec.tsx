import { screen, waitFor } from '@testing-library/react';
import { WISH_ERROR_WORDS } from '@domain/wishes/wish.actions';
import WishReviewPage from '@/pages/staff/wish-review/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { arrived, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { wishView } from './wish-views';

const moves = ['publish', 'decline'];
const named = wishView({
  status: 'submitted',
  moves,
  title: '李阳家孩子想要台灯',
  detail: '3号楼2单元，晚上写作业用',
});
const next = wishView({ wishId: 'w2', status: 'submitted', moves, title: '一床厚棉被', detail: '' });

const openQueue = async (answers: Parameters<typeof openCloud>[0] = {}) => {
  let waiting = [named, next];
  const sent = openCloud({
    'wish.review': () => gives({ items: waiting, nextCursor: null }),
    'wish.publish': () => {
      waiting = [next];
      return gives(wishView());
    },
    ...answers,
  });
  const view = await open(<WishReviewPage />);
  await arrived();
  return { sent, view };
};

beforeEach(() => signIn('staffZhao'));

describe('reviewing wishes', () => {
  it('points at words that tell neighbours whose wish it is', async () => {
    await openQueue();
    await tap('审核：李阳家孩子想要台灯');
    expect(screen.getByText(/好像写到了门牌、姓名/)).toBeInTheDocument();
    await type('上墙的心愿', '一盏护眼台灯');
    await type('上墙的细节', '孩子晚上写作业用');
    expect(screen.getByText(/请改到认不出是谁家/)).toBeInTheDocument();
  });

  it('puts up the reworded card and opens the next', async () => {
    const { sent } = await openQueue();
    await tap('审核：李阳家孩子想要台灯');
    await type('上墙的心愿', '一盏护眼台灯');
    await type('上墙的细节', '孩子晚上写作业用');
    await tap('通过上墙');
    expect(sent.find(({ action }) => action === 'wish.publish')?.input).toEqual({
      wishId: 'w1',
      words: { title: '一盏护眼台灯', detail: '孩子晚上写作业用' },
    });
    await waitFor(() => expect(screen.queryByText('李阳家孩子想要台灯')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('上墙的心愿').value).toBe('一床厚棉被');
    expect(phone.toasts).toEqual(['已贴上墙']);
  });

  it('keeps the rewording when the network is lost and the page is left', async () => {
    const { view } = await openQueue({ 'wish.publish': () => 'lost' });
    await tap('审核：李阳家孩子想要台灯');
    await type('上墙的心愿', '一盏护眼台灯');
    await tap('通过上墙');
    expect(screen.getByText(/网络不通/)).toBeInTheDocument();
    view.unmount();
    await openQueue();
    await tap('审核：李阳家孩子想要台灯');
    expect(screen.getByLabelText<HTMLInputElement>('上墙的心愿').value).toBe('一盏护眼台灯');
  });

  it('does not let money onto the wall', async () => {
    const { sent } = await openQueue();
    await tap('审核：一床厚棉被');
    await type('上墙的细节', '送红包也可以');
    await tap('通过上墙');
    expect(screen.getByText(WISH_ERROR_WORDS.WISH_MENTIONS_CASH)).toBeInTheDocument();
    expect(sent.some(({ action }) => action === 'wish.publish')).toBe(false);
  });

  it('tells staff that somebody else has to review their own wish', async () => {
    await openQueue({ 'wish.publish': () => refuses('CANNOT_REVIEW_OWN_WISH') });
    await tap('审核：一床厚棉被');
    await tap('通过上墙');
    expect(screen.getByText(WISH_ERROR_WORDS.CANNOT_REVIEW_OWN_WISH)).toBeInTheDocument();
  });

  it('declines only with a reason that the wisher will read', async () => {
    const { sent } = await openQueue({ 'wish.decline': () => gives(wishView({ status: 'declined' })) });
    await tap('审核：一床厚棉被');
    await tap('不通过');
    await type('原因（许愿的邻居会看到）', '请到服务台申请救助');
    await tap('不通过');
    expect(sent.find(({ action }) => action === 'wish.decline')?.input).toEqual({
      wishId: 'w2',
      reason: '请到服务台申请救助',
    });
  });
});
