import { act, fireEvent, screen } from '@testing-library/react';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';

// Whether WeChat is there is decided as the piece is loaded; its calls go through the door of this test.
const onPlatform = (name: string) => Object.assign(globalThis, { PLATFORM: name });
const loadPiece = async () => {
  onPlatform('weapp');
  const piece = await import('@/features/desk/reply-notice');
  onPlatform('h5');
  return piece;
};

let people = 0;
beforeEach(() => signIn(`asker-on-wechat-${(people += 1)}`));

const cloud = (templateId: string | null) => {
  const held = { left: 0 };
  const sent = openCloud({
    'credit.mine': () => gives({ templateId, left: held.left }),
    'credit.allow': () => gives({ left: (held.left += 1) }),
  });
  return { allowed: () => sent.filter(({ action }) => action === 'credit.allow') };
};
const arrive = async () => {
  const { ReplyNotice } = await loadPiece();
  await open(<ReplyNotice />);
};
const tap = () =>
  act(async () => void fireEvent.click(await screen.findByRole('button', { name: '有答复时用微信提醒我' })));

it('asks WeChat right after the tap, keeps one message, and says so', async () => {
  const { allowed } = cloud('tpl-reply');
  await arrive();
  await tap();
  expect(phone.calls).toContain('subscribe tpl-reply');
  expect(allowed()).toHaveLength(1);
  expect(await screen.findByText('有答复时，微信会提醒您一次')).toBeInTheDocument();
});

it('takes a no for a no, and keeps nothing', async () => {
  const { allowed } = cloud('tpl-reply');
  phone.subscribes = 'reject';
  await arrive();
  await tap();
  expect(allowed()).toHaveLength(0);
  expect(phone.toasts).toEqual(['微信没有允许，答复在这里看']);
});

it('offers nothing where no template was granted', async () => {
  cloud(null);
  await arrive();
  await act(async () => undefined);
  expect(screen.queryByRole('button')).toBeNull();
});
