import { useEffect, useRef, useState } from 'react';
import { toast } from './feedback';

/** What browsers that can listen have in common; TypeScript does not know it. */
type Recognition = {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
  stop(): void;
};
type Listening = {
  SpeechRecognition?: new () => Recognition;
  webkitSpeechRecognition?: new () => Recognition;
};

const recognitionOf = (): (new () => Recognition) | undefined => {
  if (PLATFORM === 'weapp') return undefined;
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Listening;
  return SpeechRecognition ?? webkitSpeechRecognition;
};

/** Whether this device can write down what is said. WeChat offers it only through a plug-in that is not there. */
export const canListen = (): boolean => recognitionOf() !== undefined;

const FAULT_WORDS: Readonly<Record<string, string>> = {
  'not-allowed': '没有拿到话筒，请在设置里允许使用',
  'service-not-allowed': '这台设备现在不能听写，请打字或打电话',
  'no-speech': '没有听到声音，请再说一次',
  'audio-capture': '没有找到话筒',
  network: '听写需要网络，请打字或打电话',
};

/** Writes down what somebody says. `onWords` gets each finished sentence. */
export function useSpeechInput(onWords: (words: string) => void): { isListening: boolean; toggle(): void } {
  const [isListening, setListening] = useState(false);
  const current = useRef<Recognition | null>(null);
  const latest = useRef(onWords);
  latest.current = onWords;
  useEffect(() => () => current.current?.abort(), []);

  const listen = () => {
    const Recognizer = recognitionOf();
    if (!Recognizer) return;
    const recognition = new Recognizer();
    recognition.lang = 'zh-CN';
    recognition.interimResults = false;
    recognition.continuous = false;
    recognition.onresult = ({ results }) => {
      const words = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
      if (words !== '') latest.current(words);
    };
    recognition.onerror = ({ error }) => {
      if (error !== 'aborted') toast(FAULT_WORDS[error] ?? '没有听清，请再说一次');
    };
    recognition.onend = () => setListening(false);
    current.current = recognition;
    setListening(true);
    recognition.start();
  };
  return { isListening, toggle: () => (isListening ? current.current?.stop() : listen()) };
}
