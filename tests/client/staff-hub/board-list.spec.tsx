import { act, fireEvent, screen } from '@testing-library/react';
import BoardListPage from '@/pages/staff/board-list/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aThread } from '../desk/talk';
import { wishView } from '../wishes/wish-views';

const HERE = '/pages/staff/board-list/index';
let people = 0;
beforeEach(() => signIn(`staffQian-${(people += 1)}`));
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const span = { from: '200', to: '300' };

describe('the list behind a bar of the board', () => {
  it('asks for just what the bar counted, counts it, and opens a conversation at the desk', async () => {
    phone.openAt(HERE, { of: 'matters', ...span, name: '等了1到3天的事' });
    const asker = { name: '张桂兰', face: 'f01', homeLabel: '1号楼' };
    const sent = openCloud({
      'desk.asked': () => gives({ items: [aThread({ asker, title: '暖气不热' })], nextCursor: null }),
    });
    await open(<BoardListPage />);
    expect(screen.getByRole('heading', { name: '等了1到3天的事' })).toBeInTheDocument();
    expect(screen.getByText('共 1 件')).toBeInTheDocument();
    expect(sent[0]?.input).toEqual({ from: 200, to: 300, isOpen: true });
    await tap(/张桂兰：暖气不热/);
    expect(phone.went).toEqual(['open /pages/staff/queue/index?threadId=t1']);
  });

  it('holds what is finished as well where a day was counted, and does not count what it has not got yet', async () => {
    phone.openAt(HERE, { of: 'questions', ...span, name: '11月17日 周二的提问' });
    const sent = openCloud({
      'desk.asked': () => gives({ items: [aThread({ status: 'confirmed' })], nextCursor: 'c1' }),
    });
    await open(<BoardListPage />);
    expect(sent[0]?.input).toMatchObject({ isOpen: false });
    expect(screen.getByText('先显示 1 件，往下滑还有')).toBeInTheDocument();
  });

  it('shows wishes as cards that open', async () => {
    phone.openAt(HERE, { of: 'wishes', ...span, name: '等了3到7天的心愿' });
    openCloud({ 'wish.unclaimed': () => gives({ items: [wishView()], nextCursor: null }) });
    await open(<BoardListPage />);
    await tap(/一个小学生书包/);
    expect(phone.went).toEqual(['open /pages/wishes/detail/index?wishId=w1']);
  });

  it('says that what was counted has been dealt with meanwhile', async () => {
    phone.openAt(HERE, { of: 'matters', ...span, name: '等了1到3天的事' });
    openCloud({ 'desk.asked': () => gives({ items: [], nextCursor: null }) });
    await open(<BoardListPage />);
    expect(screen.getByText('现在没有了')).toBeInTheDocument();
  });

  it('says what is wrong and tries again', async () => {
    phone.openAt(HERE, { of: 'matters', ...span, name: '等了1到3天的事' });
    openCloud({ 'desk.asked': () => 'lost' });
    await open(<BoardListPage />);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    openCloud({ 'desk.asked': () => gives({ items: [aThread()], nextCursor: null }) });
    await tap('重试');
    expect(await screen.findByText('共 1 件')).toBeInTheDocument();
  });
});
