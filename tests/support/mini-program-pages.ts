import { runHook, type Engine, type PageInstance, type Rendered } from './mini-program-engine';
import type { Phone } from './mini-program-phone';
import { createScreen, type Screen } from './mini-program-screen';
import { breathe, untilTrue } from './mini-program-wait';

/** One crossing from the app's logic to what is drawn. */
export type Crossing = { readonly bytes: number; readonly paths: readonly string[] };

export type OpenPage = {
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly instance: PageInstance;
  readonly screen: Screen;
  readonly crossings: Crossing[];
  /** It stands on the screen; before that a finger finds nothing. */
  readonly isDrawn: () => boolean;
};
type Kept = OpenPage & { readonly rendered: Rendered; readonly host: Element };

const DEEPEST_STACK = 10;

/** WeChat's page stack: pages on top of each other, and tabs that stay alive while one moves between them. */
export function createPages(phone: Phone, tabRoutes: readonly string[]) {
  const stack: Kept[] = [];
  const tabs = new Map<string, Kept>();
  const loaded = new Map<string, string>();
  let engine: Engine | null = null;

  const top = (): Kept | undefined => stack[stack.length - 1];
  const hide = (page: Kept | undefined): void => void (page && runHook(page.instance, 'onHide'));

  async function draw(route: string, query: Record<string, string>): Promise<Kept> {
    if (!engine) throw new Error('the app has not started');
    const id = loaded.get(route) ?? engine.load(route);
    loaded.set(route, id);
    const rendered = engine.render(id);
    const host = document.createElement('div');
    document.body.appendChild(host);
    rendered.attach(host);
    const crossings: Crossing[] = [];
    const { instance } = rendered;
    Object.assign(instance, { route, __route__: route, options: query });
    const setData = instance.setData;
    instance.setData = function (this: PageInstance, data: object, done?: () => void) {
      crossings.push({ bytes: Buffer.byteLength(JSON.stringify(data)), paths: Object.keys(data) });
      setData.call(this, data, done);
    };
    const screen = createScreen(host, engine, route);
    const isDrawn = () => crossings.length > 0 && host.querySelector('page > *') !== null;
    return { route, query, instance, rendered, host, crossings, screen, isDrawn };
  }

  async function open(url: string): Promise<void> {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?');
    const query = Object.fromEntries(
      search.split('&').flatMap((part) => (part ? [part.split('=') as [string, string]] : [])),
    );
    const known = tabs.get(path);
    if (known) {
      stack.push(known);
      return runHook(known.instance, 'onShow');
    }
    const page = await draw(path, query);
    if (tabRoutes.includes(path)) tabs.set(path, page);
    stack.push(page);
    runHook(page.instance, 'onLoad', query);
    runHook(page.instance, 'onShow');
    await untilTrue(page.isDrawn, () => `${path} drew nothing`);
    runHook(page.instance, 'onReady');
  }

  async function unload(page: Kept): Promise<void> {
    const index = stack.indexOf(page);
    if (index >= 0) stack.splice(index, 1);
    tabs.delete(page.route);
    runHook(page.instance, 'onUnload');
    page.rendered.detach();
    page.host.remove();
    await breathe();
  }

  const moves: Readonly<Record<string, (options: Record<string, unknown>) => Promise<void>>> = {
    async navigateTo({ url }) {
      if (stack.length >= DEEPEST_STACK) throw new Error('webview count limit exceed');
      if (tabRoutes.includes(String(url).replace(/^\//, '')))
        throw new Error('can not navigateTo a tabbar page');
      hide(top());
      await open(String(url));
    },
    async redirectTo({ url }) {
      const page = top();
      if (page) await unload(page);
      await open(String(url));
    },
    async reLaunch({ url }) {
      for (const page of new Set([...stack, ...tabs.values()])) await unload(page);
      await open(String(url));
    },
    async switchTab({ url }) {
      const route = String(url).replace(/^\//, '');
      if (!tabRoutes.includes(route)) throw new Error('can not switch to no-tabBar page');
      if (top()?.route === route) return;
      hide(top());
      for (const page of [...stack]) {
        if (tabs.has(page.route)) stack.splice(stack.indexOf(page), 1);
        else await unload(page);
      }
      await open(route);
    },
    async navigateBack({ delta = 1 }) {
      for (let left = Number(delta); left > 0 && stack.length > 1; left -= 1) {
        const page = top();
        if (page) await unload(page);
      }
      const below = top();
      if (below) runHook(below.instance, 'onShow');
    },
  };
  // In place before app.js runs: Taro copies the functions of wx when it starts.
  let moving: Promise<object> = Promise.resolve({});
  for (const [name, move] of Object.entries(moves)) {
    phone.wx[name] = phone.later(name, (options) => {
      moving = move(options).then(() => ({}));
      return moving;
    });
  }

  return {
    use(next: Engine): void {
      engine = next;
    },
    open,
    instances: () => stack.map(({ instance }) => instance),
    top: (): OpenPage => {
      const page = top();
      if (!page) throw new Error('no page is open');
      return page;
    },
    /** The page on top; none for a moment while one takes another's place. */
    peek: (): OpenPage | undefined => top(),
    showAgain: () => runHook(top()?.instance ?? {}, 'onShow'),
    hideTop: () => hide(top()),
    async closeAll(): Promise<void> {
      await moving.catch(() => undefined);
      for (const page of new Set([...stack, ...tabs.values()])) await unload(page);
    },
  };
}
