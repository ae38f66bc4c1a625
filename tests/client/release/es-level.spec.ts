import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findTooNew } from '../../../scripts/check-es-level';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'es-level-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const wordsFor = (code: string) => {
  writeFileSync(path.join(folder, 'app.js'), code);
  return findTooNew(folder).map(({ words }) => words);
};

test.each([
  ['class A { #name = 1 }', ['needs ES2022']],
  ['a ?? b', ['needs ES2020']],
  ['({ ...a })', ['needs ES2018']],
  ['async function f() { await 1 }', []],
  ['var a = ;', ['does not parse']],
])('a release with `%s` for old phones is judged %j', (code, words) => {
  expect(wordsFor(code)).toEqual(words);
});
