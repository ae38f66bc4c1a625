import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@domain/kernel/result';
import type { Recorded, RecordFault, Recording } from './recorder';

/** Speech, small: a minute is a quarter of a megabyte. */
const SOUND = { format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 32_000 } as const;

/** WeChat has one recorder for the whole app, and asks for the microphone itself. */
export function recordOnWeChat(maxSeconds: number): Promise<Result<Recording, RecordFault>> {
  const recorder = Taro.getRecorderManager();
  return new Promise((resolve) => {
    const done = new Promise<Result<Recorded, RecordFault>>((settle) => {
      recorder.onStop(({ tempFilePath, duration }) => {
        const seconds = Math.min(maxSeconds, Math.round(duration / 1000));
        settle(seconds < 1 ? err('TOO_SHORT') : ok({ localPath: tempFilePath, seconds }));
      });
      recorder.onError(({ errMsg }) => {
        const fault = /auth|permission|deny|denied/i.test(errMsg) ? 'REFUSED' : 'BROKEN';
        settle(err(fault));
        resolve(err(fault));
      });
    });
    recorder.onStart(() => resolve(ok({ done, stop: () => recorder.stop() })));
    // A phone call takes the microphone: what was said until then is kept.
    recorder.onInterruptionBegin(() => recorder.stop());
    recorder.start({ ...SOUND, duration: maxSeconds * 1000 });
  });
}
