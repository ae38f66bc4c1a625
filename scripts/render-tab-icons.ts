/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import theme from '../src/theme.json';
import { tintedPng } from './tinted-png';

/**
 * Draws the PNGs of WeChat's tab bar (it takes no SVG) by day and by night from the app's own icons:
 * `npx tsx scripts/render-tab-icons.ts [path of a Chromium]`. The PNGs are committed.
 */
const SIDE = 81;
const TABS = { home: 'house', desk: 'desk', wishes: 'wish', activities: 'activity', me: 'me' } as const;
const { light, dark } = theme;
const STATES = {
  '': { width: '1.8', colour: light.tabInk },
  '-on': { width: '2.2', colour: light.tabOn },
  '-dark': { width: '1.8', colour: dark.tabInk },
  '-on-dark': { width: '2.2', colour: dark.tabOn },
} as const;

const assets = path.resolve(__dirname, '../src/assets');

/** How opaque each pixel of a drawing is, row by row. */
async function opacityOf(page: Page, svg: string): Promise<number[]> {
  return page.evaluate(
    async ({ source, side }) => {
      const picture = new Image();
      picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('this browser cannot draw');
      pen.drawImage(picture, 6, 6, side - 12, side - 12);
      return [...pen.getImageData(0, 0, side, side).data].filter((_, index) => index % 4 === 3);
    },
    { source: svg, side: SIDE },
  );
}

async function render(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  for (const [tab, icon] of Object.entries(TABS)) {
    const svg = readFileSync(path.join(assets, 'icons', `${icon}.svg`), 'utf8');
    for (const [suffix, { width, colour }] of Object.entries(STATES)) {
      const opacity = await opacityOf(page, svg.replace('stroke-width="1.8"', `stroke-width="${width}"`));
      writeFileSync(path.join(assets, 'tab', `${tab}${suffix}.png`), tintedPng(opacity, colour, SIDE));
    }
  }
  await browser.close();
}

void render(process.argv[2] ?? '/usr/bin/chromium');
