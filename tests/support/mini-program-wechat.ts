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

/** There is no layout in jsdom: everything measures one finger's breadth. */
export function selectorQuery() {
  const rect = {
    width: 375,
    height: 40,
    top: 0,
    left: 0,
    bottom: 40,
    right: 375,
    scrollTop: 0,
    scrollHeight: 40,
  };
  const waiting: ((result: object) => void)[] = [];
  const then = (done?: (result: object) => void) => {
    if (done) waiting.push(done);
    return query;
  };
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: then,
    scrollOffset: then,
    fields: (_wanted: object, done?: (result: object) => void) => then(done),
    exec(done?: (results: object[]) => void) {
      waiting.forEach((one) => one({ ...rect }));
      done?.([{ ...rect }]);
    },
  };
  return query;
}
