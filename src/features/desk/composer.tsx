import { ScrollView, Text, View } from '@tarojs/components';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { PhotoField } from '@/components/photo-field';
import { Tap } from '@/components/tap';
import { VoiceInput } from '@/components/voice-input';
import { ComposerBox } from './composer-box';
import type { Writing } from './use-writing';
import './composer.scss';

type Props = {
  writing: Writing;
  /** What a screen reader calls the box. */
  label: string;
  placeholder: string;
  /** Ready-made beginnings, put into the box by a tap. */
  phrases?: readonly string[];
  /** Where the device can listen, one may speak instead of typing. */
  isVoiced?: boolean;
  /** Called on every sign of writing and whenever the box changes its height. */
  onActivity: () => void;
};

/** Where the next message is written: words, pictures, send. */
export function Composer({ writing, label, placeholder, phrases = [], isVoiced = false, onActivity }: Props) {
  const { photos, setPhotos } = writing.uploads;
  const write = (text: string) => {
    writing.setText(text);
    onActivity();
  };
  const isEmpty = writing.text === '' && photos.length === 0;
  const send = (
    <Button
      tone="primary"
      size="medium"
      isBusy={writing.isSending}
      isDisabled={!writing.canSend}
      onTap={() => void writing.send()}
    >
      发送
    </Button>
  );
  return (
    <View className="hy-composer">
      {phrases.length > 0 && writing.text === '' && <Phrases phrases={phrases} onPick={write} />}
      {photos.length > 0 && <PhotoField value={photos} onChange={setPhotos} max={PHOTO_LIMITS.perMessage} />}
      <View className="hy-composer__row">
        <Tap
          className="hy-composer__photo"
          label="添加照片"
          isDisabled={photos.length >= PHOTO_LIMITS.perMessage}
          onTap={() => void writing.addPhotos().then(onActivity)}
        >
          <Icon name="photo" size="lg" />
        </Tap>
        <ComposerBox
          value={writing.text}
          label={label}
          placeholder={placeholder}
          onWrite={write}
          onActivity={onActivity}
        />
        {isVoiced && isEmpty ? (
          <VoiceInput onWords={(words) => write(writing.text + words)}>{send}</VoiceInput>
        ) : (
          send
        )}
      </View>
    </View>
  );
}

function Phrases({ phrases, onPick }: { phrases: readonly string[]; onPick: (phrase: string) => void }) {
  return (
    <ScrollView className="hy-phrases" scrollX>
      <View className="hy-phrases__row" {...aria({ role: 'group', label: '常用语' })}>
        {phrases.map((phrase) => (
          <Tap key={phrase} className="hy-phrases__item" onTap={() => onPick(phrase)}>
            <Text>{phrase}</Text>
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}
