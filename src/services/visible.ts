import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Whether somebody can see this page now: it is the page shown, and the app or browser tab is in front. */
export function useVisible(): boolean {
  const [isShown, setShown] = useState(true);
  const [isInFront, setInFront] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    // WeChat hides the page itself when the app goes to the background.
    if (PLATFORM === 'weapp') return undefined;
    const follow = () => setInFront(document.visibilityState === 'visible');
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => document.removeEventListener('visibilitychange', follow);
  }, []);
  return isShown && isInFront;
}
