import { useEffect, useRef } from 'react';
import { useWatched, watched } from './watched';

/** Slower than people talk: who has things read to them wants to follow. */
const RATE = 0.9;

/** Which reading is being heard; null while it is quiet. */
const heard = watched<object | null>(() => null);

/** Whether this device can read aloud. Browsers can; WeChat offers it only through a plug-in that is not there. */
export const canReadAloud = (): boolean =>
  PLATFORM === 'h5' && 'speechSynthesis' in window && typeof SpeechSynthesisUtterance === 'function';

function stop(): void {
  heard.set(null);
  window.speechSynthesis.cancel();
}

function read(words: string, reading: object): void {
  stop();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = 'zh-CN';
  utterance.rate = RATE;
  const end = () => {
    if (heard.get() === reading) heard.set(null);
  };
  utterance.onend = end;
  utterance.onerror = end;
  heard.set(reading);
  window.speechSynthesis.speak(utterance);
}

/** One thing that can be read aloud. What is being read falls silent when another begins, or when it leaves the screen. */
export function useReadAloud(words: string): { isReading: boolean; toggle(): void } {
  const reading = useRef({});
  const isReading = useWatched(heard) === reading.current;
  useEffect(() => {
    const { current } = reading;
    return () => {
      if (heard.get() === current) stop();
    };
  }, []);
  return { isReading, toggle: () => (isReading ? stop() : read(words, reading.current)) };
}
