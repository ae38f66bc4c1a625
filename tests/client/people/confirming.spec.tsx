import { act, fireEvent, screen } from '@testing-library/react';
import BindingsPage from '@/pages/staff/bindings';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aRequest } from './people-views';

beforeEach(() => signIn('staffZhao'));

const tap = (name: RegExp | string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('confirming who lives where', () => {
  it('shows how many of the household are bound already, and asks with that number', async () => {
    let waiting = [aRequest({ boundCount: 2 })];
    const sent = openCloud({
      'binding.queue': () => gives({ items: waiting }),
      'binding.confirm': () => {
        waiting = [];
        return gives({ personId: 'p9', status: 'bound' });
      },
    });
    await open(<BindingsPage />);
    expect(screen.getByText('这户已绑定 2 人')).toBeInTheDocument();
    await tap('确认孙丽');
    expect(phone.asked[0]?.content).toContain('确认后是第 3 人');
    expect(sent.find(({ action }) => action === 'binding.confirm')?.input).toEqual({ personId: 'p9' });
    expect(screen.getByText('都处理完了')).toBeInTheDocument();
  });

  it('refuses only with a reason the neighbour will read', async () => {
    const sent = openCloud({
      'binding.queue': () => gives({ items: [aRequest()] }),
      'binding.refuse': () => gives({ personId: 'p9', status: 'unbound' }),
    });
    await open(<BindingsPage />);
    await tap('不通过孙丽');
    await tap('不通过，并告知本人');
    expect(screen.getByText('还没有填写')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '房号和登记册对不上' } });
    await tap('不通过，并告知本人');
    expect(sent.filter(({ action }) => action === 'binding.refuse').map(({ input }) => input)).toEqual([
      { personId: 'p9', reason: '房号和登记册对不上' },
    ]);
  });

  it('says so when a colleague was faster or the neighbour took the request back', async () => {
    openCloud({
      'binding.queue': () => gives({ items: [aRequest()] }),
      'binding.confirm': () => refuses('PERSON_NOT_FOUND'),
    });
    await open(<BindingsPage />);
    await tap('确认孙丽');
    expect(screen.getByRole('alert')).toHaveTextContent('没有找到这位邻居，可能已经撤回申请。');
  });

  it('draws no button for a move that is not allowed', async () => {
    openCloud({ 'binding.queue': () => gives({ items: [aRequest({ moves: [] })] }) });
    await open(<BindingsPage />);
    expect(screen.getByText('1号楼1单元202室')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '确认孙丽' })).not.toBeInTheDocument();
  });
});
