/** The sign-in page of localcloud: on WeChat nobody has to sign in, so there it does not exist. */
const browserPages = PLATFORM === 'h5' ? ['pages/welcome/index'] : [];

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
    { root: 'pages/desk', pages: ['thread/index'] },
    { root: 'pages/wishes', pages: ['detail/index', 'new/index', 'mine/index'] },
    { root: 'pages/activities', pages: ['detail/index', 'mine/index'] },
    { root: 'pages/notices', pages: ['list/index', 'detail/index'] },
    { root: 'pages/people', pages: ['bind/index'] },
    {
      root: 'pages/staff',
      pages: [
        'hub/index',
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
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '呼应',
    navigationBarBackgroundColor: '#faf5ee',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf5ee',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#65554a',
    selectedColor: '#b3380f',
    backgroundColor: '#fffdfb',
    borderStyle: 'white',
    list: [
      tab('home', '首页'),
      tab('desk', '服务台'),
      tab('wishes', '心愿墙'),
      tab('activities', '活动'),
      tab('me', '我的'),
    ],
  },
});

function tab(name: string, text: string) {
  return {
    pagePath: `pages/tabs/${name}/index`,
    text,
    iconPath: `assets/tab/${name}.png`,
    selectedIconPath: `assets/tab/${name}-on.png`,
  };
}
