import { useCallback, useRef, useState } from 'react';
import { err, ok, type Result } from '@domain/kernel/result';
import { PHOTO_FAULT_WORDS, uploadPhoto, type PhotoFault } from './photos';
import { newKey } from './random';

/** A picture on its way: `fileId` is there once it was sent, `fault` says in words why it was not. */
export type PendingPhoto = {
  readonly photoId: string;
  readonly localPath: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly fileId: string | null;
  readonly fault: string | null;
};

export const newPhoto = (localPath: string): PendingPhoto => ({
  photoId: newKey(),
  localPath,
  state: 'waiting',
  fileId: null,
  fault: null,
});

/**
 * The pictures of one form. They are sent as soon as they are picked; `sendAll` waits for the rest, tries failed ones
 * again, and gives all file ids in order. Give `photos` and `setPhotos` to a PhotoField.
 */
export function usePhotoUploads() {
  const [photos, showPhotos] = useState<PendingPhoto[]>([]);
  const latest = useRef<PendingPhoto[]>([]);
  const running = useRef(new Map<string, Promise<Result<string, PhotoFault>>>());

  const update = useCallback((next: PendingPhoto[]) => {
    latest.current = next;
    showPhotos(next);
  }, []);

  const change = useCallback(
    (photoId: string, part: Partial<PendingPhoto>) =>
      update(latest.current.map((photo) => (photo.photoId === photoId ? { ...photo, ...part } : photo))),
    [update],
  );

  const send = useCallback(
    ({ photoId, localPath, fileId }: PendingPhoto): Promise<Result<string, PhotoFault>> => {
      if (fileId) return Promise.resolve(ok(fileId));
      const already = running.current.get(photoId);
      if (already) return already;
      change(photoId, { state: 'sending', fault: null });
      const sending = uploadPhoto(localPath).then((result) => {
        running.current.delete(photoId);
        if (result.ok) change(photoId, { state: 'sent', fileId: result.value });
        else change(photoId, { state: 'failed', fault: PHOTO_FAULT_WORDS[result.error] });
        return result;
      });
      running.current.set(photoId, sending);
      return sending;
    },
    [change],
  );

  const setPhotos = useCallback(
    (next: PendingPhoto[]) => {
      update(next);
      next.filter((photo) => photo.state === 'waiting').forEach((photo) => void send(photo));
    },
    [send, update],
  );

  const sendAll = useCallback(async (): Promise<Result<string[], PhotoFault>> => {
    const results = await Promise.all(latest.current.map(send));
    const failed = results.find((result) => !result.ok);
    if (failed && !failed.ok) return err(failed.error);
    return ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
  }, [send]);

  const clear = useCallback(() => update([]), [update]);
  const isSending = photos.some((photo) => photo.state === 'sending');
  return { photos, setPhotos, sendAll, clear, isSending };
}
