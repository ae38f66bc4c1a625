import { View } from '@tarojs/components';
import { useState } from 'react';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { WISH_LIMITS } from '@domain/wishes/wish.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { PhotoField, usePhotoUploads } from '@/components/photo-field';
import { Section } from '@/components/section';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { useDraft } from '@/services/drafts';
import type { WishMoving } from './use-wish-moves';
import './fulfil-form.scss';

const NOTE_MIN = 2;

type Props = { wishId: string; moves: WishMoving; onClose: () => void };

/** How a wish came true: a few words and, if there are any, pictures. The words stay on the phone until they arrived. */
export function FulfilForm({ wishId, moves, onClose }: Props) {
  const note = useDraft(`wish-fulfil-${wishId}`, '');
  const uploads = usePhotoUploads();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isSending, setSending] = useState(false);

  const send = async () => {
    const words = note.value.trim();
    if (words.length < NOTE_MIN) return setFault(`请写上怎么送到的，至少${NOTE_MIN}个字`);
    setSending(true);
    const pictures = await uploads.sendAll();
    if (pictures.ok && (await moves.fulfil(words, pictures.value))) {
      note.clear();
      return;
    }
    setSending(false);
  };

  return (
    <Section title="心愿实现了">
      <Card>
        <Stack gap="lg">
          <TextAreaField
            label="怎么实现的"
            placeholder="例如：书包周六上午送到了，孩子当场就背上了"
            value={note.value}
            maxLength={WISH_LIMITS.noteMax}
            fault={fault}
            required
            onInput={(words) => {
              note.set(words);
              setFault(undefined);
            }}
          />
          <PhotoField
            label="照片（可以不放，放之前请问过邻居）"
            value={uploads.photos}
            onChange={uploads.setPhotos}
            max={PHOTO_LIMITS.perMessage}
          />
          <View className="hy-fulfil__buttons">
            <Button tone="quiet" isDisabled={isSending} onTap={onClose}>
              先不填
            </Button>
            <Button tone="primary" isBusy={isSending} onTap={send} className="hy-fulfil__send">
              心愿已实现
            </Button>
          </View>
        </Stack>
      </Card>
    </Section>
  );
}
