import { useRef, useState } from 'react';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { PHOTO_LIMITS, type PhotoView } from '@domain/kernel/input';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import { choosePhotos, PHOTO_FAULT_WORDS } from '@/services/photos';
import { newPhoto, usePhotoUploads } from '@/services/use-photo-uploads';
import type { Enclosed } from './outgoing';

export type Writing = ReturnType<typeof useWriting>;
export type Written = Enclosed & { readonly text: string; readonly photos: readonly PhotoView[] };

/** What can go along with words and pictures, where a page offers it (see use-enclosures). */
type Enclosures = {
  readonly count: number;
  /** Sends what has to be there before the message; null when that failed, once the person was told. */
  finish(): Promise<Enclosed | null>;
  clear(): void;
  restore(enclosed: Enclosed): void;
};
const NOTHING_ENCLOSED: Enclosures = {
  count: 0,
  finish: async () => ({}),
  clear: () => undefined,
  restore: () => undefined,
};

/**
 * Words and pictures on their way to becoming a message. Words survive leaving; pictures are uploaded first, and if
 * one is not, everything stays as it is and can be sent again. `submit` is told of a finished message once, however
 * often somebody taps; it answers whether it took the message.
 */
export function useWriting(
  draftName: string,
  submit: (written: Written) => boolean,
  enclosures: Enclosures = NOTHING_ENCLOSED,
) {
  const draft = useDraft(draftName, '');
  const uploads = usePhotoUploads();
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  const text = useRef(draft.value);
  text.current = draft.value;

  const setText = (next: string) => {
    text.current = next.slice(0, THREAD_LIMITS.textMax);
    draft.set(text.current);
  };

  const addPhotos = async () => {
    const paths = await choosePhotos(PHOTO_LIMITS.perMessage - uploads.photos.length);
    uploads.setPhotos([...uploads.photos, ...paths.map(newPhoto)]);
  };

  const photosSent = async (): Promise<readonly PhotoView[] | null> => {
    if (uploads.photos.length === 0) return [];
    const paths = uploads.photos.map((photo) => photo.localPath);
    setSending(true);
    const sent = await uploads.sendAll();
    setSending(false);
    if (!sent.ok) {
      toast(`${PHOTO_FAULT_WORDS[sent.error]}，您写的内容还在`);
      return null;
    }
    return sent.value.map((fileId, index) => ({ fileId, url: paths[index] ?? '' }));
  };

  const send = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    const photos = await photosSent();
    setSending(enclosures.count > 0);
    const enclosed = photos && (await enclosures.finish());
    setSending(false);
    isBusy.current = false;
    const words = text.current.trim();
    if (!enclosed || (words === '' && photos.length + enclosures.count === 0)) return;
    if (!submit({ text: words, photos, ...enclosed }))
      return toast('还有很多消息没有发出去，请等网络恢复后再发');
    text.current = '';
    draft.clear();
    uploads.clear();
    enclosures.clear();
  };

  /** Puts a message that was not delivered back into the box, in front of what has been written since. */
  const restore = (unsent: Written) => {
    setText([unsent.text, text.current].filter((part) => part !== '').join('\n'));
    const again = unsent.photos.map(({ fileId, url }) => ({
      ...newPhoto(url),
      state: 'sent' as const,
      fileId,
    }));
    uploads.setPhotos([...again, ...uploads.photos].slice(0, PHOTO_LIMITS.perMessage));
    enclosures.restore(unsent);
  };

  const canSend = !isSending && (draft.value.trim() !== '' || uploads.photos.length + enclosures.count > 0);
  return { text: draft.value, setText, uploads, isSending, canSend, addPhotos, send, restore };
}
