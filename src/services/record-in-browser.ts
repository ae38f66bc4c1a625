import { err, ok, type Result } from '@domain/kernel/result';
import type { Recorded, RecordFault, Recording } from './recorder';
import { toWave } from './wave-file';

/** What every phone can play. A browser that cannot write it has its recording turned into plain sound. */
const PLAYABLE = 'audio/mp4;codecs=mp4a.40.2';

export async function recordInBrowser(maxSeconds: number): Promise<Result<Recording, RecordFault>> {
  // Browsers lend the microphone to https pages only; elsewhere there is no such thing.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices || typeof MediaRecorder === 'undefined') return err('NO_RECORDER');
  try {
    const stream = await devices.getUserMedia({ audio: { channelCount: 1 } });
    return ok(recordFrom(stream, maxSeconds));
  } catch (reason) {
    const isMissing = reason instanceof DOMException && reason.name === 'NotFoundError';
    return err(isMissing ? 'NO_RECORDER' : 'REFUSED');
  }
}

function recordFrom(stream: MediaStream, maxSeconds: number): Recording {
  const isPlayable = MediaRecorder.isTypeSupported(PLAYABLE);
  const format = isPlayable ? { mimeType: PLAYABLE, audioBitsPerSecond: 32_000 } : {};
  const recorder = new MediaRecorder(stream, format);
  const parts: Blob[] = [];
  const startedAt = performance.now();
  let isBroken = false;
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const limit = setTimeout(stop, maxSeconds * 1000);
  const ended = new Promise<void>((resolve) => {
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    recorder.onerror = () => {
      isBroken = true;
      stop();
    };
    recorder.onstop = () => resolve();
  });
  recorder.start();

  const finish = async (): Promise<Result<Recorded, RecordFault>> => {
    await ended;
    const seconds = Math.min(maxSeconds, Math.round((performance.now() - startedAt) / 1000));
    clearTimeout(limit);
    for (const track of stream.getTracks()) track.stop();
    if (isBroken) return err('BROKEN');
    if (seconds < 1) return err('TOO_SHORT');
    try {
      const raw = new Blob(parts, { type: recorder.mimeType });
      const sound = isPlayable ? new Blob([raw], { type: 'audio/mp4' }) : await toWave(raw, maxSeconds);
      return ok({ localPath: URL.createObjectURL(sound), seconds });
    } catch {
      return err('BROKEN');
    }
  };
  return { done: finish(), stop };
}
