import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { CATALOGUE } from '@/features/catalogue/catalogue';
import { themesFor } from '@/features/catalogue/shown-themes';
import CataloguePage from '@/pages/catalogue/index';
import { dropSession } from '@/services/session-store';
import { open } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { SRC } from './themes';

const filesIn = (folder: string, end: string): string[] =>
  readdirSync(path.join(SRC, folder))
    .filter((file) => file.endsWith(end))
    .map((file) => file.slice(0, -end.length))
    .sort();

const exhibits = filesIn('features/catalogue', '.tsx')
  .map((file) => readFileSync(path.join(SRC, 'features/catalogue', `${file}.tsx`), 'utf8'))
  .join('\n');

test('every component is in the catalogue, once, and nothing that does not exist', () => {
  expect(CATALOGUE.map(({ file }) => file).sort()).toEqual(filesIn('components', '.tsx'));
});

test('what the catalogue shows is the component itself', () => {
  const absent = CATALOGUE.filter(({ file }) => !exhibits.includes(`'@/components/${file}'`));
  expect(absent.map(({ file }) => file)).toEqual([]);
});

const states = CATALOGUE.flatMap(({ file, states: all }) =>
  all.map(({ title, draw }) => ({ name: `${file}: ${title}`, draw })),
);

test.each(states)('$name can be drawn', ({ draw: Draw }) => {
  const { container } = render(<Draw />);
  expect(container).not.toBeEmptyDOMElement();
});

const panels = (container: HTMLElement) =>
  [...container.querySelectorAll('.hy-exhibit')].map((one) => one.children.length);

test('each component stands in all four themes, or in the one that was picked', async () => {
  const { container } = await open(<CataloguePage />);
  expect(new Set(panels(container))).toEqual(new Set([4]));
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: '长辈版 夜间' })));
  expect(new Set(panels(container))).toEqual(new Set([1]));
  expect(container.querySelector('.hy-exhibit__panel')).toHaveClass('hy-theme--elder', 'hy-theme--dark');
});

test('nobody has to sign in to look something up here', async () => {
  dropSession();
  await open(<CataloguePage />);
  expect(phone.went).toEqual([]);
  expect(screen.getByRole('heading', { name: '组件一览' })).toBeInTheDocument();
});

test('letters can be looked at in the largest size', async () => {
  const { container } = await open(<CataloguePage />);
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: '最大（200%）' })));
  expect(container.querySelectorAll('.hy-exhibit__panel.hy-zoom--200')).not.toHaveLength(0);
  expect(themesFor('all', 32)).toHaveLength(4);
});

test('the mini-program does not carry the catalogue', () => {
  const config = readFileSync(path.join(SRC, 'app.config.ts'), 'utf8');
  expect(config).toMatch(/PLATFORM === 'h5' \? \[[^\]]*'pages\/catalogue\/index'/);
  expect(config.match(/pages\/catalogue/g)).toHaveLength(1);
});
