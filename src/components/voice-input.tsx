import type { ReactNode } from 'react';
import { canListen, useSpeechInput } from '@/services/speech-input';
import { Button } from './button';

type VoiceInputProps = {
  /** Called with each sentence that was understood. */
  onWords: (words: string) => void;
  /** What stands here on a device that cannot listen. */
  children?: ReactNode;
};

/** Say it instead of typing it. */
export const VoiceInput = ({ onWords, children = null }: VoiceInputProps) =>
  canListen() ? <Listener onWords={onWords} /> : children;

function Listener({ onWords }: Pick<VoiceInputProps, 'onWords'>) {
  const { isListening, toggle } = useSpeechInput(onWords);
  return (
    <Button tone="secondary" label={isListening ? '说完了，停止听写' : '说话，替我写下来'} onTap={toggle}>
      {isListening ? '说完了' : '说话'}
    </Button>
  );
}
