import { ScrollView, Text, Textarea, View } from '@tarojs/components';
import { useMemo } from 'react';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { aria, fieldAria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { PhotoField } from '@/components/photo-field';
import { Tap } from '@/components/tap';
import type { Writing } from './use-writing';
import './composer.scss';

type Props = {
  writing: Writing;
  /** What a screen reader calls the box. */
  label: string;
  placeholder: string;
  /** Ready-made beginnings, put into the box by a tap. */
  phrases?: readonly string[];
  /** Called on every sign of writing and whenever the box changes its height. */
  onActivity: () => void;
};

/** Where the next message is written: words, pictures, send. */
export function Composer({ writing, label, placeholder, phrases = [], onActivity }: Props) {
  const { photos, setPhotos } = writing.uploads;
  // Made once: a new object would cross to WeChat's view with every message.
  const said = useMemo(() => fieldAria(label, undefined), [label]);
  const write = (text: string) => {
    writing.setText(text);
    onActivity();
  };
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
        <Textarea
          className="hy-composer__box"
          value={writing.text}
          placeholder={placeholder}
          maxlength={THREAD_LIMITS.textMax}
          autoHeight
          showConfirmBar={false}
          cursorSpacing={24}
          onInput={({ detail }) => write(detail.value)}
          onFocus={onActivity}
          onLineChange={onActivity}
          {...said}
        />
        <Button
          tone="primary"
          size="medium"
          isBusy={writing.isSending}
          isDisabled={!writing.canSend}
          onTap={() => void writing.send()}
        >
          发送
        </Button>
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
