import { act, fireEvent, screen } from '@testing-library/react';
import { WISH_ERROR_WORDS } from '@domain/wishes/wish.actions';
import NewWishPage from '@/pages/wishes/new/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { pick, tap, type } from '../../support/fingers';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { wishView } from './wish-views';

const fill = async () => {
  await type('想要的是什么', '一个小学生书包');
  await pick('书包文具');
  await type('细节（可以不写）', '蓝色的');
  await type('联系电话', '13837112345');
};
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const submitted = gives(wishView({ status: 'submitted', isMine: true, moves: ['withdraw'] }));

beforeEach(() => signIn('auntieZhang'));

describe('making a wish', () => {
  it('says at each field what is missing and sends nothing', async () => {
    const sent = openCloud({});
    await open(<NewWishPage />);
    await tap('许下心愿');
    expect(screen.getByText('心愿至少写2个字')).toBeInTheDocument();
    expect(screen.getByText('请选一个最接近的类别')).toBeInTheDocument();
    expect(screen.getByText('还没有填写联系电话')).toBeInTheDocument();
    expect(screen.getByText('还有3处要改，请看红字')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('takes back what it said about a field as soon as the field is changed', async () => {
    openCloud({});
    await open(<NewWishPage />);
    await tap('许下心愿');
    await type('联系电话', '1');
    expect(screen.queryByText('还没有填写联系电话')).toBeNull();
    expect(screen.getByText('还有2处要改，请看红字')).toBeInTheDocument();
  });

  it('refuses a card that asks for money, with the sentence at the field that does', async () => {
    const sent = openCloud({});
    await open(<NewWishPage />);
    await fill();
    await type('细节（可以不写）', '或者转账给我');
    await tap('许下心愿');
    expect(screen.getAllByText(WISH_ERROR_WORDS.WISH_MENTIONS_CASH)).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  it('shows the card as the neighbours will see it, without the number', async () => {
    openCloud({});
    const { container } = await open(<NewWishPage />);
    await fill();
    expect(container.querySelector('.hy-wish-paper')).toHaveTextContent('书包文具一个小学生书包蓝色的');
    expect(screen.getByText('不会上墙，只有认领人和社区看得到')).toBeInTheDocument();
  });

  it('keeps every word when the network is lost, and tries again as the same wish', async () => {
    let isLost = true;
    const sent = openCloud({ 'wish.submit': () => (isLost ? 'lost' : submitted) });
    await open(<NewWishPage />);
    await fill();
    await tap('许下心愿');
    expect(screen.getByText('网络不通，内容已保存在手机上，恢复后请重试。')).toBeInTheDocument();
    expect(valueOf('想要的是什么')).toBe('一个小学生书包');
    isLost = false;
    await tap('许下心愿');
    expect(screen.getByText('心愿收到了')).toBeInTheDocument();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('has the card again after the page was left and opened anew', async () => {
    openCloud({});
    const { unmount } = await open(<NewWishPage />);
    await fill();
    unmount();
    await open(<NewWishPage />);
    expect(valueOf('想要的是什么')).toBe('一个小学生书包');
    expect(valueOf('联系电话')).toBe('13837112345');
  });

  it('sends one wish for two taps and starts the next card empty', async () => {
    const sent = openCloud({ 'wish.submit': () => submitted });
    await open(<NewWishPage />);
    await fill();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '许下心愿' }));
      fireEvent.click(screen.getByRole('button', { name: '许下心愿' }));
    });
    expect(sent).toHaveLength(1);
    await tap('再许一个');
    expect(valueOf('想要的是什么')).toBe('');
  });

  it('keeps the words of somebody with too many wishes and says how many one may have', async () => {
    openCloud({ 'wish.submit': () => refuses('TOO_MANY_OPEN_WISHES') });
    await open(<NewWishPage />);
    await fill();
    await tap('许下心愿');
    expect(screen.getByText(WISH_ERROR_WORDS.TOO_MANY_OPEN_WISHES)).toBeInTheDocument();
    expect(valueOf('细节（可以不写）')).toBe('蓝色的');
  });

  it('shows a visitor the way to a household of their own', async () => {
    openCloud({ 'wish.submit': () => refuses('NOT_ALLOWED') });
    await open(<NewWishPage />);
    await fill();
    await tap('许下心愿');
    await tap('先绑定我家的住户');
    expect(phone.went).toEqual(['open /pages/people/bind/index']);
  });
});
