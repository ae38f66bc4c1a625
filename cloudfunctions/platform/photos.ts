import type { CloudBase } from '@cloudbase/node-sdk';
import type { PhotoView } from '@domain/kernel/input';

/** Pictures are private; a view carries addresses that expire. */
export type Photos = { views(fileIds: readonly string[]): Promise<Map<string, PhotoView>> };

const MAX_AGE_SECONDS = 2 * 60 * 60;
const PER_REQUEST = 50;

export function createPhotos(app: CloudBase): Photos {
  return {
    async views(fileIds) {
      const wanted = [...new Set(fileIds)];
      const found = new Map<string, PhotoView>();
      for (let start = 0; start < wanted.length; start += PER_REQUEST) {
        const fileList = wanted
          .slice(start, start + PER_REQUEST)
          .map((fileID) => ({ fileID, maxAge: MAX_AGE_SECONDS }));
        const reply = await app.getTempFileURL({ fileList });
        for (const { fileID, tempFileURL, code } of reply.fileList) {
          if (code === 'SUCCESS') found.set(fileID, { fileId: fileID, url: tempFileURL });
        }
      }
      return found;
    },
  };
}

/** The views of these pictures, in their order; one that is no longer stored is left out. */
export const pick = (views: ReadonlyMap<string, PhotoView>, fileIds: readonly string[]): PhotoView[] =>
  fileIds.flatMap((fileId) => views.get(fileId) ?? []);
