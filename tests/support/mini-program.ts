import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runApp, runHook, startEngine } from './mini-program-engine';
import { createPages, type OpenPage } from './mini-program-pages';
import type { Phone } from './mini-program-phone';
import type { Screen } from './mini-program-screen';
import { untilTrue } from './mini-program-wait';

export { createPhone, type CloudDoor, type Phone } from './mini-program-phone';
export { untilTrue } from './mini-program-wait';

const BUILT = path.resolve(__dirname, '../../dist/weapp');
export type MiniProgram = Awaited<ReturnType<typeof openMiniProgram>>;

type AppJson = { pages: string[]; tabBar?: { list: { pagePath: string; text: string }[] } };

/**
 * Starts the compiled mini-program (dist/weapp) on a phone. Real: every emitted file, WeChat's template compiler and
 * component framework, Taro's runtime, React, each crossing to the view. Stand-ins: `wx`, the page stack, layout.
 */
export async function openMiniProgram(phone: Phone, options: { at?: string } = {}) {
  const appFile = path.join(BUILT, 'app.json');
  if (!existsSync(appFile)) throw new Error('dist/weapp is not built: npm run build:weapp');
  const { pages: routes, tabBar } = JSON.parse(readFileSync(appFile, 'utf8')) as AppJson;
  const tabs = tabBar?.list ?? [];
  const faults = listenForFaults();

  // A start of the app is a fresh run of all its code.
  jest.resetModules();
  const pages = createPages(
    phone,
    tabs.map(({ pagePath }) => pagePath),
  );
  const engine = startEngine(BUILT, phone.wx, pages.instances);
  pages.use(engine);
  const app = runApp(BUILT);
  const launch = { path: '', scene: 1001, query: {} };
  runHook(app, 'onLaunch', launch);
  runHook(app, 'onShow', launch);
  await pages.open(options.at ?? routes[0] ?? '');

  return {
    phone,
    /** The page on top. */
    page: (): OpenPage => pages.top(),
    /** What is on it. */
    screen: (): Screen => pages.top().screen,
    /** Waits for a page to be on top; its route may be given by its beginning. */
    async arriveAt(route: string): Promise<Screen> {
      await untilTrue(
        () => pages.peek()?.route.startsWith(route) && pages.peek()?.isDrawn(),
        () => `${pages.top().route} is on top, not ${route}; it shows:\n${pages.top().screen.text()}`,
      );
      return pages.top().screen;
    },
    /** Taps a word of WeChat's own tab bar. */
    async tapTab(text: string): Promise<Screen> {
      const tab = tabs.find((other) => other.text === text);
      if (!tab) throw new Error(`the tab bar has no ${text}`);
      await wxMove(phone, 'switchTab', { url: `/${tab.pagePath}` });
      return pages.top().screen;
    },
    /** Opens a page as the only one, as a message or a poster does. */
    async enter(url: string): Promise<Screen> {
      await wxMove(phone, 'reLaunch', { url: `/${url}` });
      return pages.top().screen;
    },
    /** Taps WeChat's own back arrow. */
    back: () => wxMove(phone, 'navigateBack', {}),
    /** The person looks at something else on the phone, and comes back. */
    putAway(): void {
      pages.hideTop();
      runHook(app, 'onHide');
    },
    takeOut(): void {
      runHook(app, 'onShow', launch);
      pages.showAgain();
    },
    /** What the template compiler, React or the app itself complained about; a phone would show nothing there. */
    faults: faults.list,
    async close(): Promise<void> {
      pages.hideTop();
      runHook(app, 'onHide');
      await pages.closeAll();
      faults.stop();
    },
  };
}

const wxMove = (phone: Phone, name: string, options: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const move = phone.wx[name] as (given: object) => void;
    move({
      ...options,
      success: () => resolve(),
      fail: (said: { errMsg: string }) => reject(new Error(said.errMsg)),
    });
  });

/** Template faults are only ever said on the console: `Template tmpl_0_i not found` is a hole in the page. */
function listenForFaults() {
  const list: string[] = [];
  const { warn, error } = console;
  const note = (...said: unknown[]) => void list.push(said.map(String).join(' ').slice(0, 500));
  console.warn = (...said: unknown[]) => note(...said);
  console.error = (...said: unknown[]) => note(...said);
  return {
    list,
    stop: () => {
      console.warn = warn;
      console.error = error;
    },
  };
}
