import { act, fireEvent, screen } from '@testing-library/react';
import { TieSheet } from '@/features/desk/casework/tie-sheet';
import { useCaseMoves } from '@/features/desk/casework/use-case-moves';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { aNotice } from '../notices/notice-views';
import { wishView } from '../wishes/wish-views';
import { aThread } from './talk';

const onClose = jest.fn();
const reload = jest.fn(async () => undefined);

function Tying({ tiedTo }: { tiedTo?: string }) {
  const moves = useCaseMoves({ take: () => undefined, reload }, 't1');
  const links = tiedTo
    ? [{ relation: 'tied' as const, area: 'notices' as const, id: tiedTo, title: '停水' }]
    : [];
  return <TieSheet moves={moves} thread={aThread({ links })} onClose={onClose} />;
}

const tap = async (role: string, name: string) => {
  fireEvent.click(screen.getByRole(role, { name }));
  await act(async () => undefined);
};
const notices = () =>
  gives({
    items: [
      { notice: aNotice({ noticeId: 'n1', title: '停水两小时' }), target: { kind: 'all' }, updatedAt: 1 },
    ],
    nextCursor: null,
  });
const wishes = () => gives({ items: [wishView({ wishId: 'w1', title: '一个书包' })], nextCursor: null });

beforeEach(() => {
  signIn('staffZhao');
  onClose.mockClear();
  reload.mockClear();
});

it('offers the notices that are out, ties the one picked once, and closes', async () => {
  const sent = openCloud({ 'notice.desk': notices, 'notice.tie': () => gives({}) });
  await open(<Tying />);
  expect(screen.getByText('停水两小时')).toBeInTheDocument();
  await tap('button', '关联到这里');
  expect(sent.filter(({ action }) => action === 'notice.tie')).toMatchObject([
    { input: { threadId: 't1', noticeId: 'n1' } },
  ]);
  expect([onClose.mock.calls.length, reload.mock.calls.length]).toEqual([1, 1]);
});

it('offers wishes, too, and stays open with a sentence when it was refused', async () => {
  openCloud({ 'notice.desk': notices, 'wish.review': wishes, 'wish.tie': () => refuses('WISH_NOT_FOUND') });
  await open(<Tying />);
  await tap('tab', '待认领的心愿');
  expect(screen.getByText('一个书包')).toBeInTheDocument();
  await tap('button', '关联到这里');
  expect(onClose).not.toHaveBeenCalled();
  expect(reload).toHaveBeenCalled();
});

it('offers nothing twice', async () => {
  openCloud({ 'notice.desk': notices });
  await open(<Tying tiedTo="n1" />);
  expect(screen.getByText('已经关联')).toBeInTheDocument();
  expect(screen.queryByText('关联到这里')).toBeNull();
});
