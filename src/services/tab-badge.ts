import Taro from '@tarojs/taro';

const DESK_TAB = 1;
const MAX = 99;

/** Puts the number of unread replies on the desk's tab. Where the tab bar is not in view, WeChat declines; that is fine. */
export function showUnreadOnTab(count: number): void {
  const text = count > MAX ? `${MAX}+` : String(count);
  const done =
    count > 0 ? Taro.setTabBarBadge({ index: DESK_TAB, text }) : Taro.removeTabBarBadge({ index: DESK_TAB });
  done.catch(() => undefined);
}
