import Taro from '@tarojs/taro';
import type { Result } from '@domain/kernel/result';
import { recordInBrowser } from './record-in-browser';
import { recordOnWeChat } from './record-on-wechat';

/** Something said, as a file on this phone; its length in whole seconds. */
export type Recorded = { readonly localPath: string; readonly seconds: number };
export type RecordFault = 'NO_RECORDER' | 'REFUSED' | 'TOO_SHORT' | 'BROKEN';
export const RECORD_FAULT_WORDS: Readonly<Record<RecordFault, string>> = {
  NO_RECORDER: '这里不能录音。请打字告诉我们，或者直接打电话。',
  REFUSED: '没有拿到话筒。请在设置里允许使用麦克风，或者打字告诉我们。',
  TOO_SHORT: '说得太短，没有录上。请多说一会儿。',
  BROKEN: '录音没有成功，请再试一次，或者打字告诉我们。',
};

/** A recording that runs. `done` is settled when it ends, however it ends. */
export type Recording = {
  readonly done: Promise<Result<Recorded, RecordFault>>;
  stop(): void;
};

/** Begins to record; it ends by itself after so many seconds. May ask for the microphone, so call it from a tap. */
export const startRecording = (maxSeconds: number): Promise<Result<Recording, RecordFault>> =>
  PLATFORM === 'weapp' ? recordOnWeChat(maxSeconds) : recordInBrowser(maxSeconds);

/** On WeChat, where somebody who once said no can say yes. Call it from a tap. */
export const openMicrophoneSettings = (): void => void Taro.openSetting();
