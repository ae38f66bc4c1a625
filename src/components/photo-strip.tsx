import { Image, View } from '@tarojs/components';
import type { PhotoView } from '@domain/kernel/input';
import { previewPhotos } from '@/services/photos';
import { SILENT_PICTURE } from './aria';
import { Tap } from './tap';
import './photo-strip.scss';

/** Pictures that were sent; a tap shows them large. */
export function PhotoStrip({ photos }: { photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null;
  const urls = photos.map(({ url }) => url);
  return (
    <View className="hy-strip">
      {photos.map(({ fileId, url }, index) => (
        <Tap
          key={fileId}
          className="hy-strip__cell"
          onTap={() => previewPhotos(urls, url)}
          label={`第${index + 1}张照片，共${photos.length}张`}
        >
          <Image className="hy-strip__image" src={url} mode="aspectFill" lazyLoad {...SILENT_PICTURE} />
        </Tap>
      ))}
    </View>
  );
}
