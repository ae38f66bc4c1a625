import { Image, Text, View } from '@tarojs/components';
import { choosePhotos, previewPhotos } from '@/services/photos';
import { newPhoto, type PendingPhoto } from '@/services/use-photo-uploads';
import { aria, SILENT_PICTURE } from './aria';
import { classNames } from './class-names';
import { Field } from './field';
import { Icon } from './icon';
import { Tap } from './tap';
import './photo-field.scss';

export { usePhotoUploads, type PendingPhoto } from '@/services/use-photo-uploads';

type PhotoFieldProps = {
  label?: string | undefined;
  value: PendingPhoto[];
  onChange: (photos: PendingPhoto[]) => void;
  max: number;
  fault?: string | undefined;
};

const STATE_WORDS: Readonly<Record<PendingPhoto['state'], string>> = {
  waiting: '待上传',
  sending: '上传中',
  sent: '',
  failed: '失败，点按重试',
};

/** Pictures for a form: add, look at, take away, and try again what did not go through. */
export function PhotoField({ label, value, onChange, max, fault }: PhotoFieldProps) {
  const left = max - value.length;
  const add = async () => {
    const paths = await choosePhotos(left);
    if (paths.length > 0) onChange([...value, ...paths.map(newPhoto)]);
  };
  const retry = (photoId: string) =>
    onChange(
      value.map((photo) => (photo.photoId === photoId ? { ...photo, state: 'waiting', fault: null } : photo)),
    );
  const remove = (photoId: string) => onChange(value.filter((photo) => photo.photoId !== photoId));
  const firstFault = value.find((photo) => photo.fault)?.fault ?? undefined;
  return (
    <Field label={label} fault={fault ?? firstFault} note={`${value.length}/${max} 张`}>
      <View className="hy-photos">
        {value.map((photo, index) => (
          <Thumbnail
            key={photo.photoId}
            photo={photo}
            name={`第${index + 1}张照片`}
            onOpen={() => (photo.state === 'failed' ? retry(photo.photoId) : open(value, photo))}
            onRemove={() => remove(photo.photoId)}
          />
        ))}
        {left > 0 ? (
          <Tap className="hy-photos__add" onTap={() => void add()} label="添加照片">
            <Icon name="camera" size="lg" />
            <Text className="hy-photos__hint">加照片</Text>
          </Tap>
        ) : null}
      </View>
    </Field>
  );
}

const open = (photos: readonly PendingPhoto[], photo: PendingPhoto) =>
  previewPhotos(
    photos.map(({ localPath }) => localPath),
    photo.localPath,
  );

type ThumbnailProps = { photo: PendingPhoto; name: string; onOpen: () => void; onRemove: () => void };

function Thumbnail({ photo, name, onOpen, onRemove }: ThumbnailProps) {
  const words = STATE_WORDS[photo.state];
  return (
    <View className="hy-photos__cell">
      <Tap className="hy-photos__picture" onTap={onOpen} label={words ? `${name}，${words}` : name}>
        <Image className="hy-photos__image" src={photo.localPath} mode="aspectFill" {...SILENT_PICTURE} />
        {words ? (
          <View
            className={classNames('hy-photos__state', photo.state === 'failed' && 'hy-photos__state--failed')}
            {...aria({ role: 'status' })}
          >
            <Text>{words}</Text>
          </View>
        ) : null}
      </Tap>
      <Tap className="hy-photos__remove" onTap={onRemove} label={`去掉${name}`}>
        <View className="hy-photos__cross">
          <Icon name="close" size="sm" />
        </View>
      </Tap>
    </View>
  );
}
