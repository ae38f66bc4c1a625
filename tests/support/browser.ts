import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type { Actor } from './cast';
import { findBrowser } from './browser-program';
import { openPerson, type Person, type PersonOptions } from './browser-person';
import type { RunningCommunity } from './running-community';
import { shiftClock } from './running-community-clock';

export type { Person } from './browser-person';
export type Phones = Awaited<ReturnType<typeof openPhones>>;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, and a person who lets pages use it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** @param text the browser's own size of letters, in percent. */
export async function launchBrowser(text = 100): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  const strings = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const args = text === 100 ? FLAGS : [...FLAGS, `--blink-settings=defaultFontSize=${(16 * text) / 100}`];
  return chromium.launch({ executablePath, headless: true, args, env: Object.fromEntries(strings) });
}

/** A browser in which everyone of a story has a phone of their own. */
export async function openPhones(community: RunningCommunity) {
  const browser = await launchBrowser();
  const people: Person[] = [];
  return {
    /** Gives somebody a phone, signed in. */
    async newPerson(actor: Actor, options: PersonOptions = {}): Promise<Person> {
      const person = await openPerson(browser, community, actor, options);
      people.push(person);
      return person;
    },
    /** Lets time pass on every phone. */
    async advance(ms: number): Promise<void> {
      for (const { context, page } of people) {
        await context.addInitScript(shiftClock, ms);
        await page.evaluate(shiftClock, ms);
      }
    },
    /** What stood on every phone, in words, and a picture of each in the folder. */
    async witness(folder: string): Promise<string> {
      mkdirSync(folder, { recursive: true });
      const seen = people.map(async ({ actor, page }) => {
        await page.screenshot({ path: path.join(folder, `${actor.name}.png`) });
        return `${actor.name} at ${page.url()}:\n${await page.innerText('body')}`;
      });
      return (await Promise.all(seen)).join('\n\n');
    },
    /** Takes all phones back. Fails when one of them complained about anything on its way. */
    async collect(): Promise<void> {
      const taken = people.splice(0);
      await Promise.all(taken.map((person) => person.context.close()));
      expect(taken.flatMap((person) => person.complaints)).toEqual([]);
    },
    close: () => browser.close(),
  };
}
