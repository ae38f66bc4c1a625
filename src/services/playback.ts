import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { toast } from './feedback';
import { useWatched, watched } from './watched';

/** What can be heard now, and how to end it; null while it is quiet. */
const heard = watched<{ readonly owner: object; silence(): void } | null>(() => null);

type Ends = { onEnd(): void; onFault(): void };

function playOnWeChat(url: string, { onEnd, onFault }: Ends): () => void {
  const sound = Taro.createInnerAudioContext();
  // Somebody who taps wants to hear it, whatever the switch at the side of the phone says.
  sound.obeyMuteSwitch = false;
  sound.src = url;
  sound.onEnded(onEnd);
  sound.onError(onFault);
  sound.play();
  return () => sound.destroy();
}

function playInBrowser(url: string, { onEnd, onFault }: Ends): () => void {
  const sound = new Audio(url);
  sound.onended = onEnd;
  let isOver = false;
  sound.play().catch(() => isOver || onFault());
  return () => {
    isOver = true;
    sound.pause();
  };
}

function quieten(): void {
  heard.get()?.silence();
  heard.set(null);
}

function play(url: string, owner: object): void {
  quieten();
  const isMine = () => heard.get()?.owner === owner;
  const ends: Ends = {
    onEnd: () => isMine() && quieten(),
    onFault: () => {
      if (!isMine()) return;
      quieten();
      toast('语音没有放出来，请返回后重新打开再听');
    },
  };
  heard.set({ owner, silence: () => undefined });
  const silence = (PLATFORM === 'weapp' ? playOnWeChat : playInBrowser)(url, ends);
  if (isMine()) heard.set({ owner, silence });
  else silence();
}

/** One thing that can be listened to. It falls silent when another begins, or when it leaves the screen. */
export function usePlayback(url: string): { isPlaying: boolean; toggle(): void } {
  const owner = useRef({});
  const isPlaying = useWatched(heard)?.owner === owner.current;
  useEffect(() => {
    const { current } = owner;
    return () => {
      if (heard.get()?.owner === current) quieten();
    };
  }, []);
  return { isPlaying, toggle: () => (isPlaying ? quieten() : play(url, owner.current)) };
}
