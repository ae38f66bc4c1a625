import Taro from '@tarojs/taro';

/** Two short tones, repeated: unlike any sound of a phone's own. Hz. */
const TONES = [880, 660, 880, 660, 880, 660] as const;
const TONE_SECONDS = 0.22;

type Speaker = Pick<AudioContext, 'currentTime' | 'createOscillator' | 'createGain'> & {
  readonly destination: AudioNode;
};

/** Calls somebody who does not look at the screen. Where a device may not sound or shake yet, the words stand alone. */
export function soundAlarm(): void {
  if (!mayDisturb()) return;
  Taro.vibrateLong().catch(() => undefined);
  try {
    const speaker = openSpeaker();
    if (speaker) TONES.forEach((hertz, index) => playTone(speaker, hertz, index * TONE_SECONDS));
  } catch {
    // A device without a free speaker; the words are on the screen.
  }
}

/** A browser refuses sound and shaking, and complains, until somebody has touched the page. */
const mayDisturb = (): boolean => PLATFORM === 'weapp' || (navigator.userActivation?.hasBeenActive ?? true);

function openSpeaker(): Speaker | null {
  // WeChat's own object has the same methods; its declaration lacks what the others have.
  if (PLATFORM === 'weapp') return Taro.createWebAudioContext() as unknown as Speaker;
  return typeof AudioContext === 'undefined' ? null : new AudioContext();
}

function playTone(speaker: Speaker, hertz: number, after: number): void {
  const tone = speaker.createOscillator();
  const gain = speaker.createGain();
  tone.frequency.value = hertz;
  gain.gain.value = 0.3;
  tone.connect(gain);
  gain.connect(speaker.destination);
  tone.start(speaker.currentTime + after);
  tone.stop(speaker.currentTime + after + TONE_SECONDS * 0.8);
}
