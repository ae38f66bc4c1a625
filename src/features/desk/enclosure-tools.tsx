import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '@/components/aria';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { PlaceChip } from './place-chip';
import { PlaceSheet } from './place-sheet';
import { RecordSheet } from './record-sheet';
import { TalkMark } from './talk-mark';
import type { Enclosures } from './use-enclosures';
import { VoiceBubble } from './voice-bubble';
import './enclosure-tools.scss';

type ToolsProps = {
  enclosures: Enclosures;
  canAddPhoto: boolean;
  onPhoto: () => void;
  /** The resident's own home is offered first; the desk has none to offer. */
  isHomeOffered: boolean;
};

/** What can go along with words: pictures, something said, a place. */
export function EnclosureTools({ enclosures, canAddPhoto, onPhoto, isHomeOffered }: ToolsProps) {
  const [open, setOpen] = useState<'voice' | 'place' | null>(null);
  const close = () => setOpen(null);
  return (
    <View className="hy-adds" {...aria({ role: 'group', label: '添加' })}>
      <Tap className="hy-adds__tool" label="添加照片" isDisabled={!canAddPhoto} onTap={onPhoto}>
        <Icon name="photo" />
        <Text>照片</Text>
      </Tap>
      <Tap className="hy-adds__tool" label="说一段语音" onTap={() => setOpen('voice')}>
        <TalkMark name="mic" />
        <Text>语音</Text>
      </Tap>
      <Tap className="hy-adds__tool" label="添加位置" onTap={() => setOpen('place')}>
        <TalkMark name="pin" />
        <Text>位置</Text>
      </Tap>
      {open === 'voice' && <RecordSheet onDone={enclosures.setVoice} onClose={close} />}
      {open === 'place' && (
        <PlaceSheet
          isHomeOffered={isHomeOffered}
          chosen={enclosures.place}
          onPick={enclosures.setPlace}
          onClose={close}
        />
      )}
    </View>
  );
}

/** What goes along with the message being written; each can be taken out again, a recording listened to first. */
export function EnclosedThings({ enclosures }: { enclosures: Enclosures }) {
  const { place, setPlace, voice, setVoice } = enclosures;
  if (!place && !voice) return null;
  return (
    <View className="hy-enclosed">
      {voice && (
        <Enclosed name="这段语音" onRemove={() => setVoice(null)}>
          <VoiceBubble voice={{ url: voice.localPath, seconds: voice.seconds }} />
        </Enclosed>
      )}
      {place && (
        <Enclosed name="位置" onRemove={() => setPlace(null)}>
          <PlaceChip label={place.label} />
        </Enclosed>
      )}
    </View>
  );
}

type EnclosedProps = { name: string; onRemove: () => void; children: React.ReactNode };

const Enclosed = ({ name, onRemove, children }: EnclosedProps) => (
  <View className="hy-enclosed__thing">
    {children}
    <Tap className="hy-enclosed__remove" onTap={onRemove} label={`去掉${name}`}>
      <Icon name="close" size="sm" />
    </Tap>
  </View>
);
