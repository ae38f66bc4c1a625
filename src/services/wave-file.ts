/** Enough for speech; a second is 32 KB. */
const RATE = 16_000;
const HEADER_BYTES = 44;

/** Any sound this browser can play, as a WAV file with one channel, at most `maxSeconds` long. @throws when it cannot. */
export async function toWave(sound: Blob, maxSeconds: number): Promise<Blob> {
  const heard = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await sound.arrayBuffer());
  return new Blob([waveOf(heard.getChannelData(0).subarray(0, maxSeconds * RATE))], { type: 'audio/wav' });
}

/** @param samples from -1 to 1, `RATE` a second. */
export function waveOf(samples: Float32Array): ArrayBuffer {
  const file = new DataView(new ArrayBuffer(HEADER_BYTES + samples.length * 2));
  const spell = (at: number, words: string) =>
    [...words].forEach((letter, index) => file.setUint8(at + index, letter.charCodeAt(0)));
  spell(0, 'RIFF');
  file.setUint32(4, file.byteLength - 8, true);
  spell(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  spell(36, 'data');
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) =>
    file.setInt16(HEADER_BYTES + index * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true),
  );
  return file.buffer as ArrayBuffer;
}
