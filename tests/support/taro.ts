/** The part of Taro that the app calls, as a phone in the hand of a test. */
import { act } from '@testing-library/react';
import { useEffect, useRef } from 'react';

type Listener = () => void;
type Url = { url: string };
type Question = { title: string; content: string };

const storage = new Map<string, string>();
const shown = new Set<Listener>();
const hidden = new Set<Listener>();
const state = { params: {} as Record<string, string>, path: '', depth: 1, answer: true };
const seen = { toasts: [] as string[], went: [] as string[], asked: [] as Question[], calls: [] as string[] };
const shares: { current: ((asked: { from: string }) => object) | null } = { current: null };
const badges = new Map<number, string>();
const about: { theme?: 'light' | 'dark'; fontSizeSetting?: number } = {};
const themeWatchers = new Set<(change: { theme: 'light' | 'dark' }) => void>();

const painted =
  (what: string) =>
  async (look: object): Promise<void> =>
    void seen.calls.push(`${what} ${Object.values(look).join(' ')}`);

/** What a test does to the phone and sees on it. */
export const phone = {
  storage,
  badges,
  ...seen,
  /** A full phone refuses to keep anything more. */
  isFull: false,
  /** What the person answers when WeChat asks whether one message may be sent. */
  subscribes: 'accept' as 'accept' | 'reject',
  /** Opens a page: its path and parameters, and how many pages lie below it. */
  openAt(path: string, params: Record<string, string> = {}, depth = 1): void {
    Object.assign(state, { path, params, depth });
  },
  /** The card a friend gets from WeChat's own button on this page, or from its menu. */
  shared: (from: 'button' | 'menu'): object | undefined => shares.current?.({ from }),
  /** What the person answers when asked to confirm. */
  willAnswer(answer: boolean): void {
    state.answer = answer;
  },
  /** What WeChat is set to: day or night, and how large letters are, in px. */
  about,
  /** Night falls, or the day breaks, while the app is open. */
  turn(theme: 'light' | 'dark'): Promise<void> {
    about.theme = theme;
    return act(async () => themeWatchers.forEach((listener) => listener({ theme })));
  },
  show: (): Promise<void> => act(async () => shown.forEach((listener) => listener())),
  hide: (): Promise<void> => act(async () => hidden.forEach((listener) => listener())),
  reset(): void {
    storage.clear();
    phone.isFull = false;
    phone.subscribes = 'accept';
    badges.clear();
    Object.values(seen).forEach((list) => list.splice(0));
    Object.assign(state, { params: {}, path: '/pages/tabs/home/index', depth: 1, answer: true });
  },
};

const usePageEvent = (listeners: Set<Listener>, listener: Listener): void => {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = () => latest.current();
    listeners.add(call);
    return () => void listeners.delete(call);
  }, [listeners]);
};

export const useDidShow = (listener: Listener): void => usePageEvent(shown, listener);
export const useDidHide = (listener: Listener): void => usePageEvent(hidden, listener);
export const useLaunch = (listener: Listener): void => useEffect(listener, [listener]);
/** Sharing is WeChat's own; what would be shared is kept for a test to look at. */
export const useShareAppMessage = (share: (asked: { from: string }) => object): void =>
  useEffect(() => {
    shares.current = share;
  }, [share]);
export const useRouter = () => ({ params: state.params, path: state.path });
export const getCurrentPages = () => Array.from({ length: state.depth }, () => ({ route: state.path }));

const went =
  (how: string) =>
  async ({ url }: Url): Promise<void> => {
    seen.went.push(`${how} ${url}`);
  };

const Taro = {
  // Values are copied as a phone copies them, so that nobody shares an object with the storage.
  getStorageSync: (name: string): unknown => JSON.parse(storage.get(name) ?? '""'),
  setStorageSync(name: string, value: unknown): void {
    if (phone.isFull) throw new Error('setStorage:fail quota exceeded');
    storage.set(name, JSON.stringify(value));
  },
  removeStorageSync: (name: string): void => void storage.delete(name),
  showToast: async ({ title }: { title: string }): Promise<void> => void seen.toasts.push(title),
  showModal: async (question: Question) => {
    seen.asked.push({ title: question.title, content: question.content });
    return { confirm: state.answer, cancel: !state.answer };
  },
  navigateTo: went('open'),
  redirectTo: went('replace'),
  switchTab: went('tab'),
  reLaunch: went('restart'),
  navigateBack: async (): Promise<void> => void seen.went.push('back'),
  setNavigationBarTitle: async (): Promise<void> => undefined,
  setTabBarBadge: async ({ index, text }: { index: number; text: string }): Promise<void> =>
    void badges.set(index, text),
  removeTabBarBadge: async ({ index }: { index: number }): Promise<void> => void badges.delete(index),
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
    seen.calls.push(`subscribe ${tmplIds.join(' ')}`);
    return Object.fromEntries(tmplIds.map((id) => [id, phone.subscribes]));
  },
  previewImage: async ({ current }: { current: string }): Promise<void> =>
    void seen.calls.push(`look ${current}`),
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }): Promise<void> =>
    void seen.calls.push(`call ${phoneNumber}`),
  getAppBaseInfo: () => about,
  onThemeChange: (listener: (change: { theme: 'light' | 'dark' }) => void): void =>
    void themeWatchers.add(listener),
  onAppShow: (listener: Listener): void => void shown.add(listener),
  setNavigationBarColor: painted('navigation bar'),
  setBackgroundColor: painted('background'),
  setBackgroundTextStyle: painted('pull sign'),
  setTabBarStyle: painted('tab bar'),
  setTabBarItem: painted('tab'),
  onNetworkStatusChange: (): void => undefined,
  offNetworkStatusChange: (): void => undefined,
  getCurrentInstance: () => ({ router: { params: state.params, path: state.path } }),
  getCurrentPages,
  nextTick: (callback: Listener): void => void setTimeout(callback),
  useDidShow,
  useDidHide,
  useLaunch,
  useRouter,
  useShareAppMessage,
  setClipboardData: async ({ data }: { data: string }): Promise<void> => void seen.calls.push(`copy ${data}`),
};

export default Taro;
