import { VOICE_LIMITS } from '@domain/desk/message-voice';
import { err, type Result } from '@domain/kernel/result';
import { sizeOf } from './photo-shrink';
import { storeFile, type StoreFault } from './uploads';

export const VOICE_FAULT_WORDS: Readonly<Record<StoreFault, string>> = {
  NETWORK: '网络不通，语音还没有传上去，请再点一次“发送”',
  TOO_LARGE: '这段语音太长，请分成几段说',
  NOT_ALLOWED: '这段语音用不了，请重新录一段',
  TOO_OFTEN: '今天发的语音太多了，请过一会儿再发，或者打字',
};

/** Sends one recording. @returns its file id, to be sent along with the message. */
export async function uploadVoice(localPath: string): Promise<Result<string, StoreFault>> {
  try {
    if ((await sizeOf(localPath)) > VOICE_LIMITS.maxBytes) return err('TOO_LARGE');
    return await storeFile('voices', await extensionOf(localPath), localPath);
  } catch {
    return err('NETWORK');
  }
}

/** WeChat's recorder is told to write MP3; a browser's recording says what it is. */
async function extensionOf(localPath: string): Promise<'mp3' | 'm4a' | 'wav'> {
  if (PLATFORM === 'weapp') return 'mp3';
  return (await (await fetch(localPath)).blob()).type === 'audio/mp4' ? 'm4a' : 'wav';
}
