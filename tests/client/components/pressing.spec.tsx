import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Tap } from '@/components/tap';

test('a finger and the Enter key do the same', () => {
  let presses = 0;
  render(<Tap onTap={() => (presses += 1)} label="认领" />);
  const tap = screen.getByRole('button', { name: '认领' });
  fireEvent.click(tap);
  fireEvent.keyDown(tap, { key: 'Enter' });
  fireEvent.keyDown(tap, { key: 'a' });
  expect(presses).toBe(2);
});

test.each([{ isBusy: true }, { isDisabled: true }])(
  'a button that is %o takes no tap and says so',
  (state) => {
    let presses = 0;
    render(
      <Button onTap={() => (presses += 1)} {...state}>
        提交
      </Button>,
    );
    const button = screen.getByRole('button');
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(presses).toBe(0);
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveTextContent('提交');
  },
);

test('a card that leads nowhere is not announced as a button', () => {
  const { rerender } = render(<Card>停水通知</Card>);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<Card onTap={() => undefined}>停水通知</Card>);
  expect(screen.getByRole('button')).toHaveTextContent('停水通知');
});

test('a fault of ours can be looked up by its number, and tried again', async () => {
  let tries = 0;
  const failure = { code: 'INTERNAL', words: '服务暂时出了点问题', requestId: 'abcdefgh-1234' };
  render(<FailureNote failure={failure} onRetry={() => (tries += 1)} />);
  expect(screen.getByRole('alert')).toHaveTextContent('编号 abcdefgh');
  await act(async () => screen.getByRole('button', { name: '重试' }).click());
  expect(tries).toBe(1);
});
