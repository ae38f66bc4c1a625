/**
 * The doors to WeChat's own test pieces, which come without usable types: the component framework (exparser), the
 * template compiler behind miniprogram-simulate, and j-component between them. All casts of the harness live here.
 */

/** A node of WeChat's component framework behind a DOM element. */
type FrameworkNode = { readonly id?: string; readonly data: Readonly<Record<string, unknown>> };
type WithFramework = Element & { readonly __wxElement?: FrameworkNode };

export type PageInstance = Record<string, unknown> & {
  setData(data: object, done?: () => void): void;
};
export type Rendered = {
  readonly instance: PageInstance;
  attach(parent: Node): void;
  detach(): void;
};

/** What the engine keeps for one run of an app. */
export type Engine = {
  /** Compiles and registers the page's files. @returns its component id. */
  load(page: string): string;
  render(componentId: string): Rendered;
  /** Sends an event through WeChat's own dispatcher, bubbling as on a phone. */
  dispatch(element: Element, name: string, detail: object): void;
  /** A native field shows what was typed by itself, before the app hears of it. */
  keep(element: Element, value: string): void;
};

type Definition = { data?: object; options?: object } & Record<string, unknown>;
type Globals = {
  wx: object;
  App: (config: Record<string, unknown>) => void;
  Page: (config: Definition) => void;
  Component: (definition: Definition) => void;
  getApp: () => unknown;
  getCurrentPages: () => unknown[];
};
const globals = globalThis as unknown as Globals;

const SAID = ['ariaLabel', 'ariaRole', 'ariaChecked', 'ariaSelected', 'ariaDisabled', 'ariaHidden'];
/** Attributes handed to built-in components, so that tests can read what a screen reader or a finger would find. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  view: [],
  text: [],
  image: ['src'],
  button: ['disabled', 'openType', 'formType'],
  input: ['value', 'placeholder', 'disabled', 'maxlength', 'type'],
  textarea: ['value', 'placeholder', 'disabled', 'maxlength'],
  'scroll-view': ['scrollIntoView', 'refresherTriggered'],
  switch: ['checked', 'disabled'],
  picker: ['mode', 'range', 'value', 'disabled'],
};

/** Starts the pieces afresh, with `wx` and the globals of a mini-program in place. */
export function startEngine(root: string, wx: object, pages: () => unknown[]): Engine {
  globals.wx = wx;
  const simulate = require('miniprogram-simulate') as {
    load(path: string, tag: string, options: object): string;
    render(id: string): Rendered;
  };
  const { register } = require('j-component') as { register(definition: object): void };
  const exparser = require('miniprogram-exparser') as {
    Event: {
      create(name: string, detail: object, options: object): object;
      dispatchEvent(node: FrameworkNode, event: object): void;
    };
    Component: {
      getDataProxy(node: FrameworkNode): {
        scheduleReplace(path: string[], value: string): void;
        doUpdates(force: boolean): void;
      };
    };
  };
  for (const [id, properties] of Object.entries(BUILT_IN)) {
    const all = [...properties, ...SAID].map((name) => [name, { type: null, value: null }]);
    register({ id, tagName: `wx-${id}`, template: '<slot/>', properties: Object.fromEntries(all) });
  }

  // A page is a component whose functions are its methods: how miniprogram-simulate can show pages at all.
  const define = globals.Component;
  globals.Component = (definition) =>
    define({ ...definition, options: { ...definition.options, classPrefix: '' } });
  globals.Page = ({ data = {}, ...rest }) => {
    const methods = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => typeof value === 'function'),
    );
    define({ data, methods, options: { classPrefix: '' } });
  };
  globals.getCurrentPages = pages;

  return {
    load: (page) => simulate.load(`${root}/${page}`, 'page', { rootPath: root, compiler: 'official' }),
    render: (componentId) => simulate.render(componentId),
    keep(element, value) {
      const proxy = exparser.Component.getDataProxy(nodeOf(element));
      proxy.scheduleReplace(['value'], value);
      proxy.doUpdates(true);
    },
    dispatch(element, name, detail) {
      const node = nodeOf(element);
      const options = {
        bubbles: true,
        capturePhase: true,
        composed: true,
        extraFields: { touches: [], changedTouches: [] },
      };
      exparser.Event.dispatchEvent(node, exparser.Event.create(name, detail, options));
    },
  };
}

function nodeOf(element: Element): FrameworkNode {
  const node = (element as WithFramework).__wxElement;
  if (!node) throw new Error(`no component stands behind ${element.outerHTML.slice(0, 200)}`);
  return node;
}

/** Runs `app.js`. @returns the configuration it gave to `App()`. */
export function runApp(root: string): Record<string, unknown> {
  let app: Record<string, unknown> | null = null;
  globals.App = (config) => {
    app = config;
  };
  globals.getApp = () => app;
  require(`${root}/app.js`);
  if (!app) throw new Error('app.js did not call App()');
  return app;
}

/** What was handed to the built-in component behind an element. */
export function propertyOf(element: Element, name: string): unknown {
  return (element as WithFramework).__wxElement?.data[name] ?? null;
}

/** The id an element was given in its template; the framework does not write it to the DOM. */
export const frameworkId = (element: Element): string => (element as WithFramework).__wxElement?.id ?? '';

/** Calls a page's or app's lifecycle function where it has one. */
export function runHook(owner: Record<string, unknown>, name: string, ...given: unknown[]): void {
  const hook = owner[name];
  if (typeof hook === 'function') hook.apply(owner, given);
}
