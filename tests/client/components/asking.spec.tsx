import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { formatWhen } from '@domain/kernel/time';
import { ChoiceField } from '@/components/choice-field';
import { MultiChoiceField } from '@/components/multi-choice-field';
import { PickField } from '@/components/pick-field';
import { ReasonSheet } from '@/components/reason-sheet';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import { dayOptions, timeOptions } from '@/components/when-options';

const BUILDINGS = [
  { value: 'b01', text: '1号楼' },
  { value: 'b02', text: '2号楼' },
];
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

test('every field is named for those who cannot see it, and says what is wrong with it', () => {
  render(
    <>
      <TextField label="姓名" value="" onInput={() => undefined} fault="还没有填写" />
      <TextAreaField label="说明" value="灯坏了" onInput={() => undefined} maxLength={200} />
    </>,
  );
  expect(screen.getByLabelText('姓名')).toHaveAttribute('aria-invalid', 'true');
  expect(screen.getByRole('alert')).toHaveTextContent('还没有填写');
  expect(screen.getByLabelText('说明')).toHaveValue('灯坏了');
  expect(screen.getByText('3/200')).toBeInTheDocument();
});

test('one of a few is chosen by a tap, and is announced as chosen', () => {
  const picked: string[] = [];
  render(<ChoiceField label="楼栋" options={BUILDINGS} value="b01" onPick={(value) => picked.push(value)} />);
  expect(screen.getByRole('radio', { name: '1号楼' })).toHaveAttribute('aria-checked', 'true');
  press('2号楼', 'radio');
  expect(picked).toEqual(['b02']);
});

test('several can be chosen and taken back', () => {
  const Form = () => {
    const [value, setValue] = useState<string[]>([]);
    return <MultiChoiceField label="楼栋" options={BUILDINGS} value={value} onChange={setValue} />;
  };
  render(<Form />);
  press('1号楼', 'checkbox');
  press('2号楼', 'checkbox');
  press('1号楼', 'checkbox');
  expect(screen.getByRole('checkbox', { name: '1号楼' })).toHaveAttribute('aria-checked', 'false');
  expect(screen.getByRole('checkbox', { name: '2号楼' })).toHaveAttribute('aria-checked', 'true');
});

test('one of many is picked from a sheet, which then closes', () => {
  const picked: string[] = [];
  render(<PickField label="楼栋" options={BUILDINGS} value="" onPick={(value) => picked.push(value)} />);
  press('楼栋，请选择');
  expect(screen.getByRole('dialog', { name: '楼栋' })).toBeInTheDocument();
  press('2号楼', 'radio');
  expect(picked).toEqual(['b02']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a day and a time are picked from two lists and mean that moment in China', () => {
  const start = Date.UTC(2026, 10, 22, 1, 30);
  const picked: number[] = [];
  render(<WhenField label="开始" value={start} onPick={(value) => picked.push(value)} />);
  press('开始，11月22日 周日 09:30');
  press('15:45', 'radio');
  press(/^就定/);
  expect(picked.map(formatWhen)).toEqual(['11月22日 周日 15:45']);
});

test('a moment between two quarters of an hour, or far away, is still in the lists', () => {
  const now = Date.UTC(2026, 10, 22, 1, 0);
  const odd = Date.UTC(2027, 10, 22, 1, 7);
  expect(timeOptions(odd).map(({ text }) => text)).toContain('09:07');
  expect(dayOptions(now, odd - 9 * 3_600_000 - 7 * 60_000).at(-1)?.text).toBe('11月22日 周一');
  expect(dayOptions(now, now)[1]?.text).toBe('11月22日 今天');
});

test('a reason is asked for, kept when the sheet is put away, and gone once it was used', () => {
  const given: string[] = [];
  const sheet = (isOpen: boolean) => (
    <ReasonSheet
      isOpen={isOpen}
      title="退回"
      label="原因"
      placeholder=""
      confirmText="退回"
      onConfirm={(text) => given.push(text)}
      onClose={() => undefined}
    />
  );
  const { rerender } = render(sheet(true));
  press('退回');
  expect(screen.getByRole('alert')).toHaveTextContent('还没有填写');
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: ' 买不到 ' } });
  rerender(sheet(false));
  rerender(sheet(true));
  expect(screen.getByLabelText('原因')).toHaveValue(' 买不到 ');
  press('退回');
  rerender(sheet(false));
  rerender(sheet(true));
  expect(given).toEqual(['买不到']);
  expect(screen.getByLabelText('原因')).toHaveValue('');
});
