import Taro from '@tarojs/taro';
import { toast } from './feedback';

type Shared = { readonly title: string; readonly path: string };

/**
 * Hands a page of this app to somebody else, from a browser: through what the phone offers for that, else by the
 * clipboard. On WeChat only its own button does it; see `useShareAppMessage`.
 */
export async function shareLink({ title, path }: Shared): Promise<void> {
  const url = `${location.origin}/#${path}`;
  if (typeof navigator.share === 'function') {
    try {
      return await navigator.share({ title, url });
    } catch (error) {
      // They looked at the list of friends and thought better of it.
      if (error instanceof Error && error.name === 'AbortError') return;
    }
  }
  try {
    await Taro.setClipboardData({ data: `${title} ${url}` });
    toast('链接已复制，发给家人就行');
  } catch {
    toast(`请把这个网址发给家人：${url}`);
  }
}
