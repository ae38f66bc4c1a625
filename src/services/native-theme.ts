import Taro from '@tarojs/taro';
import theme from '../theme.json';
import { systemLook } from './system-look';

/** The colours of the two answers of a box that WeChat draws: it is dark or light as the system is. */
export function answerColours(): { confirmColor: string; cancelColor: string } {
  const { tabOn, tabInk } = theme[systemLook.get().isDark ? 'dark' : 'light'];
  return { confirmColor: tabOn, cancelColor: tabInk };
}

const TABS = ['home', 'desk', 'wishes', 'activities', 'me'] as const;

let isPainted = false;

/**
 * Paints what WeChat draws around a page: its bars follow the system by themselves, so this is needed only once a
 * person chose day or night themselves. Pages without a tab bar decline their part of it; that is fine.
 */
export function paintBars(isDark: boolean, isChosen: boolean): void {
  if (!isChosen && !isPainted) return;
  isPainted = true;
  const look = theme[isDark ? 'dark' : 'light'];
  const done = [
    Taro.setNavigationBarColor({
      frontColor: isDark ? '#ffffff' : '#000000',
      backgroundColor: look.paper,
    }),
    Taro.setBackgroundColor({ backgroundColor: look.paper }),
    Taro.setBackgroundTextStyle({ textStyle: isDark ? 'light' : 'dark' }),
    Taro.setTabBarStyle({
      color: look.tabInk,
      selectedColor: look.tabOn,
      backgroundColor: look.card,
      borderStyle: isDark ? 'black' : 'white',
    }),
    ...TABS.map((tab, index) =>
      Taro.setTabBarItem({
        index,
        iconPath: look[`${tab}Icon`],
        selectedIconPath: look[`${tab}OnIcon`],
      }),
    ),
  ];
  done.forEach((one) => void Promise.resolve(one).catch(() => undefined));
}
