import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import theme from '../src/theme.json';

/**
 * Draws the PNGs of WeChat's tab bar (it takes no SVG) by day and by night from the app's own icons:
 * `npx tsx scripts/render-tab-icons.ts [path of a Chromium]`. The PNGs are committed.
 */
const SIDE = 81;
const { light, dark } = theme;
const COLOURS = {
  '': light.tabInk,
  '-on': light.tabOn,
  '-dark': dark.tabInk,
  '-on-dark': dark.tabOn,
} as const;
const TABS = { home: 'house', desk: 'desk', wishes: 'wish', activities: 'activity', me: 'me' } as const;

const assets = path.resolve(__dirname, '../src/assets');

const drawing = (icon: string, colour: string, isOn: boolean): string => {
  const tinted = readFileSync(path.join(assets, 'icons', `${icon}.svg`), 'utf8').replaceAll('#000', colour);
  return isOn ? tinted.replace('stroke-width="1.8"', 'stroke-width="2.2"') : tinted;
};

async function render(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
  for (const [tab, icon] of Object.entries(TABS)) {
    for (const [suffix, colour] of Object.entries(COLOURS)) {
      const svg = drawing(icon, colour, suffix.startsWith('-on'));
      await page.setContent(`<style>body{margin:0;padding:6px}svg{display:block;width:69px}</style>${svg}`);
      writeFileSync(
        path.join(assets, 'tab', `${tab}${suffix}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
  await browser.close();
}

void render(process.argv[2] ?? '/usr/bin/chromium');
