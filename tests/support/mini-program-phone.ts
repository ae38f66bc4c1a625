import { randomBytes } from 'node:crypto';
import { player, recorderOf } from './mini-program-sound';
import { ABOUT, LAUNCH, SAYS_NOTHING, SAYS_OK, selectorQuery, type Layout } from './mini-program-wechat';

/** What a mini-program asks of WeChat and a test may want to know. */
export type Asked = { readonly name: string; readonly options: Record<string, unknown> };
export type CloudDoor = {
  callFunction(name: string, data: object): Promise<unknown>;
  uploadFile(cloudPath: string, bytes: Buffer): Promise<string>;
};
export type Phone = ReturnType<typeof createPhone>;
export type PickedPhoto = { readonly path: string; readonly bytes: Buffer };

type Options = Record<string, unknown> & {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
};
type Answer = object;

/** On a phone everything crosses from native code: nobody keeps hold of the other's objects. */
const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/**
 * A phone with WeChat on it. It outlives the app: start another mini-program on the same phone and its storage is
 * still there. It has a network, an empty album, and a person who says yes, until a test changes that.
 */
export function createPhone(cloud: CloudDoor) {
  const storage = new Map<string, unknown>();
  const asked: Asked[] = [];
  const networkListeners = new Set<(state: { isConnected: boolean; networkType: string }) => void>();
  const state = {
    isOnline: true,
    answersYes: true,
    album: [] as PickedPhoto[],
    /** What the microphone hears; null when its owner has forbidden it. */
    said: null as (PickedPhoto & { readonly seconds: number }) | null,
    layout: undefined as Layout | undefined,
  };

  /** A function in WeChat's style: it answers later, through callbacks or, where none are given, by a promise. */
  const later =
    (name: string, answer: (options: Options) => Answer | Promise<Answer>) =>
    (options: Options = {}): Promise<object> | undefined => {
      asked.push({ name, options });
      const said = Promise.resolve()
        .then(() => answer(options))
        .then(
          (result) => ({ isFine: true, words: { errMsg: `${name}:ok`, ...copy(result) } }),
          (error: Error) => ({ isFine: false, words: { errMsg: `${name}:fail ${error.message}` } }),
        );
      if (options.success || options.fail || options.complete) {
        void said.then(({ isFine, words }) => {
          if (isFine) options.success?.(words);
          else options.fail?.(words);
          options.complete?.(words);
        });
        return undefined;
      }
      return said.then(({ isFine, words }) => (isFine ? words : Promise.reject(words)));
    };

  const offline = (name: string): void => {
    if (!state.isOnline)
      throw Object.assign(new Error(`${name}:fail errcode: -1`), { errMsg: `${name}:fail` });
  };
  const photoAt = (path: unknown): PickedPhoto => {
    const photo = [...state.album, ...(state.said ? [state.said] : [])].find((other) => other.path === path);
    if (!photo) throw new Error('no such file');
    return photo;
  };
  const each = <T>(names: readonly string[], make: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, make(name)]));

  const recorder = recorderOf(() => state.said, asked);

  const wx: Record<string, unknown> = {
    ...each(
      ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'],
      () => () => copy(ABOUT),
    ),
    ...each(['getLaunchOptionsSync', 'getEnterOptionsSync'], () => () => copy(LAUNCH)),
    ...each(SAYS_NOTHING, () => () => undefined),
    ...each(SAYS_OK, (name) => later(name, () => ({}))),
    canIUse: () => true,
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    getSystemInfo: later('getSystemInfo', () => ABOUT),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      bottom: 80,
      left: 281,
      right: 368,
      width: 87,
      height: 32,
    }),
    getStorageSync: (key: string) => copy(storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, copy(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    showModal: later('showModal', () => ({ confirm: state.answersYes, cancel: !state.answersYes })),
    getNetworkType: later('getNetworkType', () => ({ networkType: state.isOnline ? 'wifi' : 'none' })),
    onNetworkStatusChange: (listener: () => void) => void networkListeners.add(listener),
    offNetworkStatusChange: (listener: () => void) => void networkListeners.delete(listener),
    chooseMedia: later('chooseMedia', () => ({
      type: 'image',
      tempFiles: state.album.map(({ path, bytes }) => ({
        tempFilePath: path,
        size: bytes.length,
        fileType: 'image',
      })),
    })),
    getImageInfo: later('getImageInfo', ({ src }) => ({ path: src, width: 800, height: 600, type: 'png' })),
    compressImage: later('compressImage', ({ src }) => ({ tempFilePath: src })),
    getFileSystemManager: () => ({
      getFileInfo: later('getFileInfo', ({ filePath }) => ({ size: photoAt(filePath).bytes.length })),
    }),
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }: { length: number; success(result: object): void }) =>
        success({ randomValues: new Uint8Array(randomBytes(length)).buffer }),
    }),
    openSetting: later('openSetting', () => ({})),
    getRecorderManager: () => recorder,
    createInnerAudioContext: () => player(asked),
    createSelectorQuery: () => selectorQuery(state.layout),
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: object }) => {
        asked.push({ name: 'callFunction', options: copy({ function: name, ...data }) });
        offline('cloud.callFunction');
        return { errMsg: 'cloud.callFunction:ok', result: copy(await cloud.callFunction(name, copy(data))) };
      },
      uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
        asked.push({ name: 'uploadFile', options: { cloudPath, filePath } });
        offline('cloud.uploadFile');
        return {
          errMsg: 'cloud.uploadFile:ok',
          fileID: await cloud.uploadFile(cloudPath, photoAt(filePath).bytes),
        };
      },
    },
  };

  return {
    wx,
    storage,
    asked,
    later,
    /** The words of all toasts so far. */
    toasts: () =>
      asked.filter(({ name }) => name === 'showToast').map(({ options }) => String(options['title'])),
    /** The inputs of all calls of one action so far, e.g. `thread.ask`. */
    calls: (action: string) =>
      asked.filter(({ name, options }) => name === 'callFunction' && options['action'] === action),
    /** Answers every question WeChat shows from now on. */
    answer(yes: boolean): void {
      state.answersYes = yes;
    },
    /** From now on what is drawn stands where `layout` says. */
    layOut(layout: Layout): void {
      state.layout = layout;
    },
    putInAlbum: (photo: PickedPhoto): void => void state.album.push(photo),
    /** Lets the app record; this is what it hears. */
    speak(path: string, bytes: Buffer, seconds: number): void {
      state.said = { path, bytes, seconds };
    },
    goOffline(): void {
      state.isOnline = false;
      networkListeners.forEach((listener) => listener({ isConnected: false, networkType: 'none' }));
    },
    goOnline(): void {
      state.isOnline = true;
      networkListeners.forEach((listener) => listener({ isConnected: true, networkType: 'wifi' }));
    },
  };
}
