import type { Asked } from './mini-program-phone';

type Listener = (told: object) => void;
type Said = { readonly path: string; readonly seconds: number };

/** `wx.getRecorderManager()`: hears what the test says, and nothing where the microphone is forbidden. */
export function recorderOf(heard: () => Said | null, asked: Asked[]) {
  const listeners: Record<string, Listener> = {};
  const listen = (event: string) => (listener: Listener) => {
    listeners[event] = listener;
  };
  const tell = (event: string, told: object) => void Promise.resolve().then(() => listeners[event]?.(told));
  return {
    onStart: listen('start'),
    onStop: listen('stop'),
    onError: listen('error'),
    onInterruptionBegin: listen('interruption'),
    start(options: Record<string, unknown>) {
      asked.push({ name: 'record', options });
      if (heard()) tell('start', {});
      else tell('error', { errMsg: 'operateRecorder:fail auth deny' });
    },
    stop() {
      const said = heard();
      if (said) tell('stop', { tempFilePath: said.path, duration: said.seconds * 1000 });
    },
  };
}

/** `wx.createInnerAudioContext()`: what is played is written down, as `play`. */
export function player(asked: Asked[]) {
  const sound = {
    src: '',
    obeyMuteSwitch: true,
    onEnded: () => undefined,
    onError: () => undefined,
    play: () => void asked.push({ name: 'play', options: { src: sound.src } }),
    destroy: () => void asked.push({ name: 'silence', options: {} }),
  };
  return sound;
}
