import { act, fireEvent, render, screen } from '@testing-library/react';
import { NoticeCard } from '@/features/notices/notice-card';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { signIn, WithReads } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aNotice } from './notice-views';

beforeEach(() => signIn('auntieZhang'));

const show = (notice = aNotice()) => render(<NoticeCard notice={notice} />, { wrapper: WithReads });
const tap = (name: RegExp | string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const write = (words: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: words } });

describe('answering a notice', () => {
  it('takes an elder one tap, and tells the community which revision was read', async () => {
    const sent = openCloud({ 'notice.answer': () => gives(aNotice({ myAnswer: 'acknowledged' })) });
    const view = show();
    await tap(/^已知晓/);
    expect(sent.map(({ action, input }) => [action, input])).toEqual([
      ['notice.answer', { noticeId: 'n1', revision: 3, answer: 'acknowledged' }],
    ]);
    expect(phone.toasts).toEqual(['社区已收到您的回复']);
    view.rerender(<NoticeCard notice={aNotice({ myAnswer: 'acknowledged' })} />);
    expect(screen.getByText('您已回复：已知晓')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /改为需要帮助/ })).toBeInTheDocument();
  });

  it('is sent once however often a trembling finger taps', async () => {
    const sent = openCloud({ 'notice.answer': () => gives(aNotice({ myAnswer: 'acknowledged' })) });
    show();
    await act(async () => {
      const button = screen.getByRole('button', { name: /^已知晓/ });
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect(sent).toHaveLength(1);
  });

  it('can ask for help without a word, or with one sentence', async () => {
    const sent = openCloud({ 'notice.answer': () => gives(aNotice({ myAnswer: 'needsHelp' })) });
    show();
    await tap(/^需要帮助/);
    expect(screen.getByText(/值班人员会马上联系您/)).toBeInTheDocument();
    await tap('告诉值班人员');
    await tap(/^需要帮助/);
    write('老人卧床，要帮忙提水');
    await tap('告诉值班人员');
    expect(sent.map(({ input }) => input)).toEqual([
      { noticeId: 'n1', revision: 3, answer: 'needsHelp' },
      { noticeId: 'n1', revision: 3, answer: 'needsHelp', note: '老人卧床，要帮忙提水' },
    ]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('keeps the sentence when the network is lost, and a second try is the same request for help', async () => {
    let isLost = true;
    const sent = openCloud({
      'notice.answer': () => (isLost ? 'lost' : gives(aNotice({ myAnswer: 'needsHelp' }))),
    });
    show();
    await tap(/^需要帮助/);
    write('家里进水了');
    await tap('告诉值班人员');
    expect(screen.getByRole('alert')).toHaveTextContent('网络不通');
    expect(screen.getByRole('textbox')).toHaveValue('家里进水了');
    isLost = false;
    await tap('告诉值班人员');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(phone.toasts).toEqual(['已告诉值班人员']);
  });

  it('says so when the notice was updated while it was being read', async () => {
    openCloud({ 'notice.answer': () => refuses('NOTICE_REVISED') });
    show();
    await tap(/^已知晓/);
    expect(screen.getByRole('alert')).toHaveTextContent('提示内容刚刚更新了，请看过最新内容后再回复。');
  });

  it('can be taken back by somebody who no longer needs help', async () => {
    const sent = openCloud({ 'notice.answer': () => gives(aNotice({ myAnswer: 'acknowledged' })) });
    show(aNotice({ myAnswer: 'needsHelp' }));
    expect(screen.getByText('已告诉值班人员，会马上联系您')).toBeInTheDocument();
    await tap(/改为已知晓/);
    expect(sent[0]?.input).toEqual({ noticeId: 'n1', revision: 3, answer: 'acknowledged' });
  });
});

describe('reading a notice', () => {
  it('tells its level in words, so that nobody has to see colours', () => {
    show(aNotice({ level: 'red' }));
    expect(screen.getByText('红色紧急')).toBeInTheDocument();
    expect(screen.getByText('停水')).toBeInTheDocument();
  });

  it('asks again after an update, and says why', () => {
    show(aNotice({ revisedAt: Date.now() }));
    expect(screen.getByText('已更新')).toBeInTheDocument();
    expect(screen.getByText('内容有更新，请看过后再回复一次')).toBeInTheDocument();
  });

  it('asks nothing of anybody once it is cancelled, and says why it was', () => {
    show(aNotice({ status: 'cancelled', cancelReason: '施工改期', canAnswer: false }));
    expect(screen.getByText('取消原因：施工改期')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /已知晓/ })).not.toBeInTheDocument();
  });

  it('sends nothing while staff only look at how it will be', async () => {
    const sent = openCloud({});
    render(<NoticeCard notice={aNotice({ status: 'draft', canAnswer: false })} isPreview />, {
      wrapper: WithReads,
    });
    await tap(/^已知晓/);
    await tap(/^需要帮助/);
    expect(sent).toEqual([]);
    expect(phone.toasts).toHaveLength(2);
  });
});
