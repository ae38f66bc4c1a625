import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { render, screen } from '@testing-library/react';
import { Badge } from '@/components/badge';
import { Face, FACES } from '@/components/face';
import { ICON_NAMES } from '@/components/icon';
import { SRC } from './themes';

const assets = path.join(SRC, 'assets');
const drawn = (folder: string) =>
  readdirSync(path.join(assets, folder))
    .map((file) => file.replace('.svg', ''))
    .sort();
const styled = (file: string) => readFileSync(path.resolve(assets, '../components', file), 'utf8');

test('every icon a screen can name is drawn and in the style sheet', () => {
  expect([...ICON_NAMES].sort()).toEqual(drawn('icons'));
  expect(ICON_NAMES.filter((name) => !styled('icon.scss').includes(`'${name}'`))).toEqual([]);
});

test('every icon is used somewhere: the phone carries none for nothing', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== 'components/icon.tsx')
    .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
    .join('\n');
  expect(
    ICON_NAMES.filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`"${name}"`)),
  ).toEqual([]);
});

test('everyone in the community has a drawn face', () => {
  expect([...FACES, 'neighbour'].sort()).toEqual(drawn('faces'));
});

test('a face the app does not know yet is a neighbour with a name', () => {
  render(<Face face="f99" name="张桂兰" />);
  expect(screen.getByRole('img', { name: '张桂兰' })).toHaveClass('hy-face-neighbour');
});

test('a badge counts what is new and is not there when nothing is', () => {
  const { container, rerender } = render(<Badge count={120} />);
  expect(screen.getByLabelText('120条未读')).toHaveTextContent('99+');
  rerender(<Badge count={0} />);
  expect(container).toBeEmptyDOMElement();
});
