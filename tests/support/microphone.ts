/** The microphone, the recorder and the loudspeaker of a browser, which jsdom lacks, in the hand of a test. */
type Stop = (() => void) | null;

/** What can be heard now, by address. */
export const loudspeaker: { playing: string[] } = { playing: [] };

class Recorder {
  static isTypeSupported = (): boolean => true;
  state = 'inactive';
  mimeType = 'audio/mp4';
  ondataavailable: ((event: { data: Blob }) => void) | null = null;
  onerror: Stop = null;
  onstop: Stop = null;

  start(): void {
    this.state = 'recording';
  }

  stop(): void {
    this.state = 'inactive';
    this.ondataavailable?.({ data: new Blob(['sound']) });
    this.onstop?.();
  }
}

class Loudspeaker {
  onended: Stop = null;
  constructor(readonly src: string) {}
  async play(): Promise<void> {
    loudspeaker.playing.push(this.src);
  }
  pause(): void {
    loudspeaker.playing = loudspeaker.playing.filter((src) => src !== this.src);
  }
}

/** From now on this browser can record and play. `isAllowed`: the person lets the page use the microphone. */
export function plugIn({ isAllowed = true } = {}): void {
  loudspeaker.playing = [];
  const getUserMedia = async () => {
    if (!isAllowed) throw new DOMException('no', 'NotAllowedError');
    return { getTracks: () => [] };
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  Object.assign(globalThis, { MediaRecorder: Recorder, Audio: Loudspeaker });
  Object.assign(URL, { createObjectURL: () => 'blob:said' });
}

/** A browser without any of it. */
export function unplug(): void {
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
}
