/** The phone: a middling iPhone. */
export const ABOUT = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  platform: 'ios',
  system: 'iOS 17.0',
  model: 'iPhone 12',
  brand: 'iPhone',
  language: 'zh_CN',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  fontSizeSetting: 16,
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
};
/** Opened from the list of mini-programs, at the first page. */
export const LAUNCH = { path: '', scene: 1001, query: {} };

/** Functions of WeChat that a test need only know were asked. */
export const SAYS_OK = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'stopPullDownRefresh',
  'pageScrollTo',
  'previewImage',
  'makePhoneCall',
  'setTabBarBadge',
  'removeTabBarBadge',
  'vibrateShort',
];
/** Listeners for what never happens in a test. */
export const SAYS_NOTHING = [
  'onAppShow',
  'offAppShow',
  'onAppHide',
  'offAppHide',
  'onError',
  'offError',
  'onPageNotFound',
  'onUnhandledRejection',
  'offUnhandledRejection',
  'onThemeChange',
  'onWindowResize',
  'offWindowResize',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
];

export type Box = { readonly id: string; readonly top: number; readonly bottom: number };
/** Where the elements of a class stand; what a test knows of layout, which jsdom does not do. */
export type Layout = (selector: string) => readonly Box[];

/** Without a layout everything measures one finger's breadth. */
const FINGER = { width: 375, left: 0, right: 375, scrollTop: 0, scrollHeight: 40 };
const drawn = ({ id, top, bottom }: Box): object => ({ ...FINGER, id, top, bottom, height: bottom - top });
const NOWHERE: Layout = () => [{ id: '', top: 0, bottom: 40 }];

/** `wx.createSelectorQuery` over a layout. */
export function selectorQuery(layout: Layout = NOWHERE) {
  const waiting: { result: () => unknown; done?: ((result: unknown) => void) | undefined }[] = [];
  let chosen: () => unknown = () => null;
  const choose = (result: () => unknown) => {
    chosen = result;
    return query;
  };
  const then = (done?: (result: unknown) => void) => {
    waiting.push({ result: chosen, done });
    return query;
  };
  const first = (selector: string): unknown => layout(selector).map(drawn)[0] ?? null;
  const query = {
    in: () => query,
    select: (selector: string) => choose(() => first(selector)),
    selectAll: (selector: string) => choose(() => layout(selector).map(drawn)),
    selectViewport: () => choose(() => first('page')),
    boundingClientRect: then,
    scrollOffset: then,
    fields: (_wanted: object, done?: (result: unknown) => void) => then(done),
    exec(done?: (results: unknown[]) => void) {
      const results = waiting.map((one) => {
        const result = one.result();
        one.done?.(result);
        return result;
      });
      done?.(results);
    },
  };
  return query;
}
