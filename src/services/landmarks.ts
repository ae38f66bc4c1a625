/**
 * Tells screen readers what Taro's own tab bar is; Taro does not. It may not stand there yet when the app starts.
 * Browsers only: WeChat draws its own.
 */
export function nameTabBar(): void {
  if (PLATFORM === 'weapp' || typeof MutationObserver === 'undefined' || named()) return;
  const observer = new MutationObserver(() => {
    if (named()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function named(): boolean {
  const bar = document.querySelector('taro-tabbar');
  bar?.setAttribute('role', 'navigation');
  bar?.setAttribute('aria-label', '主要栏目');
  return bar !== null;
}
