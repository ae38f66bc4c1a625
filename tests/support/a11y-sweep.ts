import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { axeFaults, clippedWords, dressFaults, nameFaults, sizeFaults } from './a11y-page';
import { openPerson, type Person } from './browser-person';
import { cutOff } from './browser-page';
import type { Visit } from './lived-in-community';
import type { RunningCommunity } from './running-community';

/** One way to use the app. `text` is the browser's own size of letters in percent. */
export type Look = {
  readonly edition: 'standard' | 'elder';
  readonly light: 'light' | 'dark';
  readonly text: 100 | 200;
  readonly width: number;
};
export type Found = { readonly page: string; readonly look: string; readonly faults: readonly string[] };

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** 工信部适老化规范 and WCAG 2.2: what a finger and old eyes need, px. */
const LEAST = { standard: { target: 44, text: 0 }, elder: { target: 60, text: 18 } } as const;

const LANDMARK_RULES = ['landmark-main-is-top-level', 'landmark-no-duplicate-main', 'landmark-unique'];

export const wordsFor = ({ edition, light, text, width }: Look): string =>
  `${edition} ${light} ${text}% ${width}px`;

/**
 * Visits pages in one look and judges each: axe, the size of what is pressed and read, words cut off at an edge.
 * @param browser started with that size of letters.
 */
export async function sweep(
  browser: Browser,
  community: RunningCommunity,
  visits: readonly Visit[],
  look: Look,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const people = new Map<string, Person>();
  for (const visit of visits) {
    const { actor } = visit;
    const person =
      people.get(actor.openid) ??
      (await openPerson(browser, community, actor, {
        elder: look.edition === 'elder',
        width: look.width,
        colorScheme: look.light,
      }));
    people.set(actor.openid, person);
    found.push({ page: visit.page, look: wordsFor(look), faults: await judge(person, visit, look) });
  }
  for (const person of people.values()) {
    await person.context.close();
    if (person.complaints.length > 0) throw new Error(person.complaints.join('\n'));
  }
  return found;
}

async function judge(person: Person, { page: name, query }: Visit, look: Look): Promise<readonly string[]> {
  const { page } = person;
  await page.goto('about:blank');
  await person.goTo(`pages/${name}/index${query ? `?${query}` : ''}`);
  // The catalogue shows what loading looks like, for ever.
  await (name === 'catalogue' ? person.canPress(/./) : person.isLoaded());
  // It also shows every edition beside the others, and whole screens inside its own.
  return judgePage(page, look, name === 'catalogue');
}

/** Everything that is wrong with what a browser page shows, one line each. */
export async function judgePage(page: Page, look: Look, isCatalogue: boolean): Promise<readonly string[]> {
  await page.evaluate(stillness);
  await inject(page);
  return [
    ...(await page.evaluate(dressFaults, look)),
    ...(await page.evaluate(axeFaults, isCatalogue ? LANDMARK_RULES : [])),
    ...(isCatalogue ? [] : await page.evaluate(nameFaults)),
    ...(isCatalogue ? [] : await page.evaluate(sizeFaults, LEAST[look.edition])),
    ...(await page.evaluate(cutOff)).map((words) => `beyond the edge: ${words}`),
    ...(await page.evaluate(clippedWords)).map((words) => `cut off: ${words}`),
  ];
}

const inject = async (page: Page): Promise<void> => {
  await page.evaluate(AXE);
};

/** Resolves when no movement is left on the page: a colour half-way between two is nobody's fault. */
async function stillness(): Promise<void> {
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
}
