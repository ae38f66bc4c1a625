import Taro, { getCurrentPages, useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

export const TABS = ['home', 'desk', 'wishes', 'activities', 'me'].map((name) => `/pages/tabs/${name}/index`);
export const HOME = '/pages/tabs/home/index';
const WELCOME = '/pages/welcome/index';
/** WeChat keeps at most ten pages open; beyond that an open is refused. */
const DEEPEST_STACK = 9;

/** Taro tells its pages apart by these; they are not ours to hand on. */
const TARO_PARAMS = ['$taroTimestamp', 'stamp'];

const absolute = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

function urlOf(path: string, params: Record<string, string>): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length > 0 ? `${absolute(path)}?${query.join('&')}` : absolute(path);
}

/** Opens a page. A tab is switched to; on a deep stack the current page is replaced. */
export function go(path: string, params: Record<string, string> = {}): void {
  if (TABS.includes(absolute(path))) return switchTo(path);
  const url = urlOf(path, params);
  void (getCurrentPages().length >= DEEPEST_STACK ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of this one, so that going back skips a step that is over. */
export const goInstead = (path: string, params: Record<string, string> = {}): void =>
  void Taro.redirectTo({ url: urlOf(path, params) });

/** Goes back, or to the fallback when this page was opened first, e.g. from a shared link. */
export function goBack(fallbackPath: string = HOME): void {
  if (getCurrentPages().length > 1) return void Taro.navigateBack();
  if (TABS.includes(absolute(fallbackPath))) return switchTo(fallbackPath);
  void Taro.redirectTo({ url: absolute(fallbackPath) });
}

export function switchTo(tabPath: string): void {
  void Taro.switchTab({ url: absolute(tabPath) });
}

/** Opens a page as the only one. @param url with its query. */
export const restartAt = (url: string): void => void Taro.reLaunch({ url: absolute(url) });

/** The page shown now, with its query, e.g. `/pages/wishes/detail/index?wishId=w1`. */
export function currentUrl(): string {
  const { router } = Taro.getCurrentInstance();
  const params = Object.entries(router?.params ?? {}).filter(
    ([name, value]) => !TARO_PARAMS.includes(name) && value,
  );
  const path = absolute((router?.path ?? HOME).split('?')[0] ?? HOME);
  return urlOf(path, Object.fromEntries(params.map(([name, value]) => [name, decode(String(value))])));
}

let isLeaving = false;

type Leave = { from?: string | undefined; isExpired?: boolean };

let announced: Leave = {};
/** Says why everybody is about to be led to the sign-in page: a page that notices first leads there by itself. */
export const announceLeave = (leave: Leave): void => void (announced = leave);

/** To the sign-in page of this computer, and back to `from` afterwards. On WeChat there is no such page. */
export async function goToWelcome(leave: Leave = {}): Promise<void> {
  if (PLATFORM === 'weapp' || isLeaving || currentUrl().startsWith(WELCOME)) return;
  isLeaving = true;
  const { from, isExpired } = { ...leave, ...announced };
  announced = {};
  try {
    await Taro.reLaunch({
      url: urlOf(WELCOME, { ...(from ? { from } : {}), ...(isExpired ? { why: 'expired' } : {}) }),
    });
  } finally {
    isLeaving = false;
  }
}

/** Both WeChat and Taro's browser router hand parameters over as they stand in the address. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The parameters this page was opened with, decoded. A name that was not given is absent. */
export function useParams<P extends Record<string, string>>(): Partial<P> {
  const { params } = useRouter();
  return useMemo(() => {
    const given = Object.entries(params).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(given.map(([name, value]) => [name, decode(String(value))])) as Partial<P>;
  }, [params]);
}

/** Puts other parameters into this page's address without opening it again, so that it can be copied or reloaded. */
export function keepInAddress(params: Record<string, string | null>): void {
  if (PLATFORM === 'weapp') return;
  const [path = '', query = ''] = window.location.hash.split('?');
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(params)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  window.history.replaceState(window.history.state, '', text === '' ? path : `${path}?${text}`);
}
