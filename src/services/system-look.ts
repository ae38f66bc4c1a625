import Taro from '@tarojs/taro';
import { watched } from './watched';

/** What the phone or the browser is set to. */
export type SystemLook = {
  readonly isDark: boolean;
  /** How large letters are to be, in px; 16 where nobody changed it. */
  readonly fontPx: number;
};

const USUAL_PX = 16;
const DARK = '(prefers-color-scheme: dark)';

export const systemLook = watched<SystemLook>(read);

/** From now on the look is read again whenever it may have changed. Called once, when the app starts. */
export function followSystemLook(): void {
  const again = () => {
    const [was, is] = [systemLook.get(), read()];
    if (was.isDark !== is.isDark || was.fontPx !== is.fontPx) systemLook.set(is);
  };
  if (PLATFORM === 'weapp') {
    // WeChat tells the colours at once; its size of letters changes only while the app is away.
    Taro.onThemeChange(({ theme }) => systemLook.set({ ...systemLook.get(), isDark: theme === 'dark' }));
    Taro.onAppShow(again);
    return;
  }
  darkQuery()?.addListener(again);
  document.addEventListener('visibilitychange', again);
}

function read(): SystemLook {
  if (PLATFORM === 'weapp') {
    const about: Taro.getAppBaseInfo.Result & { fontSizeSetting?: number } = Taro.getAppBaseInfo();
    return { isDark: about.theme === 'dark', fontPx: about.fontSizeSetting ?? USUAL_PX };
  }
  return { isDark: darkQuery()?.matches ?? false, fontPx: browserFontPx() };
}

/** Old browsers have no such question, or no `addEventListener` on its answer. */
const darkQuery = (): MediaQueryList | undefined => window.matchMedia?.(DARK);

/** Taro sets the size of the root itself, so the browser's own setting is measured on a letter of medium size. */
function browserFontPx(): number {
  const probe = document.createElement('div');
  probe.style.fontSize = 'medium';
  document.body.appendChild(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size > 0 ? size : USUAL_PX;
}
