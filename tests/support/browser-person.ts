import type { Browser, Locator, Page } from 'playwright-core';
import type { Actor } from './cast';
import type { RunningCommunity } from './running-community';
import { areDrawn, cutOff, remember } from './browser-page';
import { shiftClock } from './running-community-clock';

export type PersonOptions = {
  readonly elder?: boolean;
  readonly width?: number;
  /** At a PC: a wide window, a mouse and a keyboard. */
  readonly isAtPc?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** What this person's browser may say on its console in this story. */
  readonly mayComplain?: RegExp;
};
export type Person = Awaited<ReturnType<typeof openPerson>>;

const PHONE = { width: 375, height: 812 };
const ON_PHONE = { deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const AT_PC = { viewport: { width: 1440, height: 900 } };
/** What a person presses is one of these to a screen reader. */
const PRESSABLE = ['button', 'link', 'tab', 'radio', 'checkbox', 'switch'] as const;
const WAIT_MS = 20_000;

/** Somebody with a phone of their own: a separate browser context, 375 × 812, touch, China's language and time. */
export async function openPerson(
  browser: Browser,
  community: RunningCommunity,
  actor: Actor,
  {
    elder = false,
    width = PHONE.width,
    isAtPc = false,
    colorScheme = 'light',
    mayComplain,
  }: PersonOptions = {},
) {
  const context = await browser.newContext({
    ...(isAtPc ? AT_PC : { ...ON_PHONE, viewport: { ...PHONE, width } }),
    colorScheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: community.url,
  });
  context.setDefaultTimeout(WAIT_MS);
  if (community.clockOffset !== 0) await context.addInitScript(shiftClock, community.clockOffset);
  const session = { token: await community.signIn(actor.openid), personKey: actor.openid };
  await context.addInitScript(remember, { session, elder });
  const page = await context.newPage();
  const complaints = listenForComplaints(page, actor.name, mayComplain);

  /** Pages below the top one stay in the document, hidden; only what can be seen counts. */
  const seen = (locator: Locator): Locator => locator.filter({ visible: true });
  const pressable = (name: string | RegExp): Locator => {
    const exact = typeof name === 'string';
    const [first, ...others] = PRESSABLE.map((role) => page.getByRole(role, { name, exact }));
    if (!first) throw new Error('nothing is pressable');
    return seen(others.reduce((all, one) => all.or(one), first));
  };
  const words = (text: string | RegExp): Locator => seen(page.getByText(text));

  return {
    actor,
    context,
    page,
    complaints,
    pressable,
    words,
    /** A field by what it is called. */
    field: (label: string | RegExp): Locator =>
      seen(page.getByLabel(label).or(page.getByPlaceholder(label))).and(page.locator('input, textarea')),
    async goTo(route: string): Promise<void> {
      await page.goto(`/#/${route}`);
    },
    /** Puts a finger on the first thing so called, or else, where nothing is, on the words. */
    async tap(name: string | RegExp): Promise<void> {
      const text = seen(page.getByText(name, { exact: typeof name === 'string' }));
      await pressable(name).or(text).first().waitFor();
      const thing = (await pressable(name).count()) > 0 ? pressable(name) : text;
      await thing.first().tap();
    },
    /** Taps a word of the tab bar at the foot of the screen. */
    async tapTab(word: string): Promise<void> {
      await page.locator('taro-tabbar').getByText(word, { exact: true }).tap();
    },
    /** Answers the box that asks back before something is done. */
    async answerBox(word: string): Promise<void> {
      await seen(page.locator('.taro__modal').getByText(word, { exact: true }))
        .last()
        .tap();
    },
    /** Picks a picture from the phone's album. */
    async pickPhoto(button: string | RegExp, picture: Buffer): Promise<void> {
      const [album] = await Promise.all([page.waitForEvent('filechooser'), this.tap(button)]);
      await album.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture });
    },
    /** Waits until every picture on the screen was fetched and could be read. */
    seesPictures: () => waitFor(() => page.evaluate(areDrawn), 'a picture is not drawn'),
    async write(label: string | RegExp, text: string): Promise<void> {
      await this.field(label).first().fill(text);
    },
    /** Waits until the page shows what it has, and nothing is on its way any more. */
    async isLoaded(): Promise<void> {
      await seen(page.locator('.hy-screen')).first().waitFor();
      await waitFor(async () => (await pressable(/./).count()) > 0, 'nothing can be pressed');
      await waitFor(
        async () => (await seen(page.getByRole('status', { name: '正在加载' })).count()) === 0,
        'the page is still being loaded',
      );
    },
    /** Waits until words can be read on the screen. */
    async sees(text: string | RegExp): Promise<void> {
      await words(text).first().waitFor();
    },
    /** Waits until words are nowhere on the screen. */
    async seesNoMore(text: string | RegExp): Promise<void> {
      await waitFor(async () => (await words(text).count()) === 0, `${String(text)} is still on the screen`);
    },
    isShown: async (text: string | RegExp): Promise<boolean> => (await words(text).count()) > 0,
    /** Waits for a thing that can be pressed. */
    async canPress(name: string | RegExp): Promise<void> {
      await pressable(name).first().waitFor();
    },
    /** Waits until there is nothing so called to press. */
    async cannotPress(name: string | RegExp): Promise<void> {
      await waitFor(
        async () => (await pressable(name).count()) === 0,
        `${String(name)} can still be pressed`,
      );
    },
    /** Waits until a thing is there but switched off. */
    async isOff(name: string): Promise<void> {
      await seen(page.getByRole('button', { name, exact: true, disabled: true }))
        .first()
        .waitFor();
    },
    goOffline: () => context.setOffline(true),
    goOnline: () => context.setOffline(false),
    /** Words that stand beyond an edge of the screen, where nothing scrolls sideways. */
    wordsCutOff: (): Promise<string[]> => page.evaluate(cutOff),
  };
}

async function waitFor(look: () => Promise<boolean>, complaint: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(complaint);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A phone without a network says so by itself; everything else on the console is a fault of the app. */
const IS_NO_FAULT = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/;

function listenForComplaints(page: Page, name: string, mayComplain?: RegExp): string[] {
  const complaints: string[] = [];
  const note = (text: string): void => {
    if (!IS_NO_FAULT.test(text) && !mayComplain?.test(text)) complaints.push(`${name}: ${text}`);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(String(error.stack ?? error)));
  return complaints;
}
