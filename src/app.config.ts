import theme from './theme.json';

/** Only in browsers: the sign-in page of localcloud (on WeChat nobody has to sign in), and the catalogue of components. */
const browserPages = PLATFORM === 'h5' ? ['pages/welcome/index', 'pages/catalogue/index'] : [];

/**
 * Pages change at once in a browser: with its animation, Taro's router hides the page left 350 ms later, and does so
 * although somebody who went back meanwhile is looking at it again.
 */
const movesPages = PLATFORM === 'h5' ? { animation: false } : {};

type Themed = keyof typeof theme.light;

/** A value of src/theme.json: WeChat looks it up itself, by day and by night. A browser starts with the day's. */
function themed(name: 'tabEdge'): 'white' | 'black';
function themed(name: Themed): string;
function themed(name: Themed): string {
  return PLATFORM === 'h5' ? theme.light[name] : `@${name}`;
}

export default defineAppConfig({
  pages: [
    'pages/tabs/home/index',
    'pages/tabs/desk/index',
    'pages/tabs/wishes/index',
    'pages/tabs/activities/index',
    'pages/tabs/me/index',
    ...browserPages,
  ],
  subPackages: [
    {
      root: 'pages/desk',
      pages: ['thread/index', 'ask/index', 'mine/index', 'public/index', 'public-question/index'],
    },
    { root: 'pages/wishes', pages: ['detail/index', 'new/index', 'mine/index'] },
    { root: 'pages/activities', pages: ['detail/index', 'mine/index'] },
    { root: 'pages/notices', pages: ['list/index', 'detail/index'] },
    { root: 'pages/people', pages: ['bind/index'] },
    {
      root: 'pages/answers',
      pages: [
        'list/index',
        'edit/index',
        'figures/index',
        'public/index',
        'public-edit/index',
        'vetting/index',
      ],
    },
    {
      root: 'pages/figures',
      pages: ['month/index', 'list/index', 'visits/index', 'grid/index', 'grid-thread/index'],
    },
    { root: 'pages/casework', pages: ['record/index', 'matter/index'] },
    {
      root: 'pages/staff',
      pages: [
        'hub/index',
        'board/index',
        'board-list/index',
        'queue/index',
        'thread/index',
        'wish-review/index',
        'wish-record/index',
        'activities/index',
        'activity-edit/index',
        'activity-roll/index',
        'notices/index',
        'notice-edit/index',
        'notice-preview/index',
        'notice-reach/index',
        'bindings/index',
        'roster/index',
        'alerts/index',
        'handovers/index',
        'handover/index',
        'promises/index',
        'follow-ups/index',
        'desk-times/index',
      ],
    },
  ],
  preloadRule: {
    'pages/tabs/home/index': { network: 'all', packages: ['pages/desk', 'pages/notices'] },
    'pages/tabs/desk/index': { network: 'all', packages: ['pages/desk'] },
    'pages/tabs/wishes/index': { network: 'all', packages: ['pages/wishes'] },
    'pages/tabs/activities/index': { network: 'all', packages: ['pages/activities'] },
    'pages/tabs/me/index': { network: 'all', packages: ['pages/people'] },
  },
  ...movesPages,
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '呼应',
    navigationBarBackgroundColor: themed('paper'),
    navigationBarTextStyle: themed('barText'),
    backgroundColor: themed('paper'),
    backgroundTextStyle: themed('pullText'),
  },
  tabBar: {
    color: themed('tabInk'),
    selectedColor: themed('tabOn'),
    backgroundColor: themed('card'),
    borderStyle: themed('tabEdge'),
    list: [
      tab('home', '首页'),
      tab('desk', '服务台'),
      tab('wishes', '心愿墙'),
      tab('activities', '活动'),
      tab('me', '我的'),
    ],
  },
});

function tab(name: 'home' | 'desk' | 'wishes' | 'activities' | 'me', text: string) {
  return {
    pagePath: `pages/tabs/${name}/index`,
    text,
    iconPath: themed(`${name}Icon`),
    selectedIconPath: themed(`${name}OnIcon`),
  };
}
