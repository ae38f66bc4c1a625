import { screen } from '@testing-library/react';
import WishRecordPage from '@/pages/staff/wish-record/index';
import { gives, openCloud } from '../../support/cloud-door';
import { pick, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { wishView } from './wish-views';

const fill = async (title: string, name: string) => {
  await type('想要的是什么', title);
  await pick('鞋帽');
  await type('怎么称呼', name);
  await type('联系电话', '0371-67100001');
  await type('住在哪里', '3号楼2单元502');
};

beforeEach(() => signIn('staffZhao'));

describe('writing a card for somebody at the table in the courtyard', () => {
  it('says what is missing about the person, too', async () => {
    const sent = openCloud({});
    await open(<WishRecordPage />);
    await type('想要的是什么', '一双棉鞋');
    await tap('录好这一张');
    expect(screen.getByText('称呼至少写2个字')).toBeInTheDocument();
    expect(screen.getByText('住处至少写2个字')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('takes one card after the other, each from an empty form', async () => {
    const sent = openCloud({
      'wish.record': ({ title }: { title: string }) => gives(wishView({ title, status: 'submitted' })),
    });
    await open(<WishRecordPage />);
    await fill('一双棉鞋', '王桂英');
    await tap('录好这一张');
    expect(screen.getByText('1. 一双棉鞋')).toBeInTheDocument();
    await tap('再录一张');
    expect(screen.getByLabelText<HTMLInputElement>('怎么称呼').value).toBe('');
    await fill('一顶棉帽', '李长顺');
    await tap('录好第2张');
    expect(screen.getByText('2. 一顶棉帽')).toBeInTheDocument();
    expect(sent.map(({ audience, input }) => [audience, input])).toEqual([
      [
        'staff',
        {
          title: '一双棉鞋',
          detail: '',
          category: 'shoes',
          phone: '0371-67100001',
          contactName: '王桂英',
          place: '3号楼2单元502',
        },
      ],
      ['staff', expect.objectContaining({ title: '一顶棉帽', contactName: '李长顺' })],
    ]);
  });

  it('keeps the card when the network in the courtyard is lost', async () => {
    openCloud({ 'wish.record': () => 'lost' });
    const { unmount } = await open(<WishRecordPage />);
    await fill('一双棉鞋', '王桂英');
    await tap('录好这一张');
    expect(screen.getByText(/网络不通/)).toBeInTheDocument();
    unmount();
    await open(<WishRecordPage />);
    expect(screen.getByLabelText<HTMLInputElement>('怎么称呼').value).toBe('王桂英');
  });
});
