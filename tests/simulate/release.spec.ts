/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WEAPP_DIR } from '../../scripts/build-app';
import { findTooNew } from '../../scripts/check-es-level';
import { leakyFiles, packageSizes, tellsSecret } from '../../scripts/check-sizes';

const json = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(WEAPP_DIR, file), 'utf8'));

describe('the mini-program that would be uploaded', () => {
  it('fits old phones on bad networks: every package within its limit', () => {
    const packages = packageSizes();
    console.log(packages.map(({ name, bytes }) => `${name} ${Math.round(bytes / 1024)} KB`).join(', '));
    expect(packages.filter(({ bytes, max }) => bytes > max)).toEqual([]);
    expect(packages.length).toBeGreaterThan(5);
  });

  it('is JavaScript that old phones read', () => expect(findTooNew(WEAPP_DIR)).toEqual([]));

  it('carries no secret, and would be noticed if it did', () => {
    expect(leakyFiles()).toEqual([]);
    expect(tellsSecret('const key = process.env.HUYING_FIELD_KEY')).toBe(true);
  });

  it('loads code when it is needed, and has no page for choosing who to be', () => {
    const app = json('app.json') as {
      lazyCodeLoading?: string;
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    expect(app.lazyCodeLoading).toBe('requiredComponents');
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages: names }) => names.map((name) => `${root}/${name}`)),
    ];
    expect(pages.filter((page) => page.includes('welcome'))).toEqual([]);
    for (const page of pages) expect(existsSync(path.join(WEAPP_DIR, `${page}.wxml`))).toBe(true);
  });

  it('is where WeChat DevTools looks for it, beside its functions', () => {
    const project = JSON.parse(readFileSync('project.config.json', 'utf8')) as {
      miniprogramRoot: string;
      cloudfunctionRoot: string;
    };
    expect(path.resolve(project.miniprogramRoot)).toBe(WEAPP_DIR);
    for (const name of ['resident', 'staff', 'jobs']) {
      expect(existsSync(path.join(project.cloudfunctionRoot, name, 'index.js'))).toBe(true);
    }
  });
});
