import { useCallback, useEffect, useRef, useState } from 'react';
import { VOICE_LIMITS } from '@domain/desk/message-voice';
import { RECORD_FAULT_WORDS, startRecording, type Recorded, type Recording } from '@/services/recorder';
import { useVisible } from '@/services/visible';

type State =
  | { readonly is: 'asking' }
  | { readonly is: 'recording'; readonly since: number }
  | { readonly is: 'failed'; readonly words: string; readonly isRefused: boolean };

/**
 * One recording, begun at once. `onDone` gets it when it ends, by `finish`, by its longest time, or because the app is
 * put away; `cancel` throws it away. What failed can be tried `again`.
 */
export function useRecording(onDone: (recorded: Recorded) => void) {
  const [state, setState] = useState<State>({ is: 'asking' });
  const running = useRef<Recording | null>(null);
  const isOver = useRef(false);
  const latest = useRef(onDone);
  latest.current = onDone;

  const fail = (fault: keyof typeof RECORD_FAULT_WORDS) => {
    if (!isOver.current) {
      setState({ is: 'failed', words: RECORD_FAULT_WORDS[fault], isRefused: fault === 'REFUSED' });
    }
  };

  const begin = useCallback(async () => {
    setState({ is: 'asking' });
    const started = await startRecording(VOICE_LIMITS.maxSeconds);
    if (!started.ok) return fail(started.error);
    running.current = started.value;
    if (isOver.current) return started.value.stop();
    setState({ is: 'recording', since: Date.now() });
    const done = await started.value.done;
    running.current = null;
    if (isOver.current) return undefined;
    return done.ok ? latest.current(done.value) : fail(done.error);
  }, []);

  useEffect(() => {
    isOver.current = false;
    void begin();
    return () => {
      isOver.current = true;
      running.current?.stop();
    };
  }, [begin]);

  const isVisible = useVisible();
  useEffect(() => {
    if (!isVisible) running.current?.stop();
  }, [isVisible]);
  return { state, finish: () => running.current?.stop(), again: () => void begin() };
}
