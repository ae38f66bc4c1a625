import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { render, screen } from '@testing-library/react';
import { Badge } from '@/components/badge';
import { Face, FACES } from '@/components/face';
import { FailureNote } from '@/components/failure-note';
import { ICON_NAMES } from '@/components/icon';
import { SCENE_NAMES } from '@/components/scene';
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

test('every scene an empty page can name is drawn, small enough for a phone, and in the style sheet', () => {
  expect([...SCENE_NAMES].sort()).toEqual(drawn('scenes'));
  expect(SCENE_NAMES.filter((name) => !styled('scene.scss').includes(`'${name}'`))).toEqual([]);
  const sizes = SCENE_NAMES.map((name) => statSync(path.join(assets, 'scenes', `${name}.svg`)).size);
  expect(Math.max(...sizes)).toBeLessThan(3_000);
});

test('a page that could not read anything shows the lost network with the way on; others keep a short note', () => {
  const lost = { code: 'NETWORK', words: '网络不通', requestId: null };
  const { container, rerender } = render(<FailureNote failure={lost} onRetry={() => undefined} isAlone />);
  expect(screen.getByRole('alert')).toHaveTextContent('暂时连不上网');
  expect(screen.getByRole('button', { name: '重试' })).toBeInTheDocument();
  expect(container.querySelector('.hy-scene-offline')).not.toBeNull();
  rerender(<FailureNote failure={lost} onRetry={() => undefined} />);
  expect(screen.getByRole('alert')).toHaveTextContent('网络不通');
  expect(container.querySelector('.hy-scene-offline')).toBeNull();
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
