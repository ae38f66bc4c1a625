import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { PhotoField } from '@/components/photo-field';
import { Tap } from '@/components/tap';
import { VoiceInput } from '@/components/voice-input';
import { ComposerBox } from './composer-box';
import { EnclosedThings, EnclosureTools } from './enclosure-tools';
import type { Enclosures } from './use-enclosures';
import type { Writing } from './use-writing';
import './composer.scss';

type Props = {
  writing: Writing;
  enclosures: Enclosures;
  /** Whose home is offered as a place: a resident's own. */
  isHomeOffered?: boolean;
  /** Pictures, recordings and places wait behind a plus: the desk's page has much else to show. */
  isFolded?: boolean;
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
export function Composer({ writing, enclosures, label, placeholder, onActivity, ...rest }: Props) {
  const { phrases = [], isVoiced = false, isHomeOffered = false, isFolded = false } = rest;
  const [isUnfolded, setUnfolded] = useState(false);
  const { photos, setPhotos } = writing.uploads;
  const write = (text: string) => {
    writing.setText(text);
    onActivity();
  };
  const isEmpty = writing.text === '' && photos.length + enclosures.count === 0;
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
      <EnclosedThings enclosures={enclosures} />
      <View className="hy-composer__row">
        {isFolded && (
          <Tap
            className={classNames('hy-composer__plus', isUnfolded && 'hy-composer__plus--on')}
            label={isUnfolded ? '收起' : '添加照片、语音或位置'}
            onTap={() => setUnfolded(!isUnfolded)}
          >
            <Icon name="close" />
          </Tap>
        )}
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
      {(!isFolded || isUnfolded) && (
        <EnclosureTools
          enclosures={enclosures}
          isHomeOffered={isHomeOffered}
          canAddPhoto={photos.length < PHOTO_LIMITS.perMessage}
          onPhoto={() => void writing.addPhotos().then(onActivity)}
        />
      )}
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
