import { useState } from 'react';
import { Face, FACES } from '@/components/face';
import { Icon, ICON_NAMES } from '@/components/icon';
import { PhotoField, type PendingPhoto } from '@/components/photo-field';
import { PhotoStrip } from '@/components/photo-strip';
import { Row } from '@/components/row';
import brand from '../../assets/brand.svg';
import { entry, type Entry } from './entry';

const SIZES = ['sm', 'md', 'lg', 'xl'] as const;

const photo = (photoId: string, state: PendingPhoto['state'], fault: string | null = null): PendingPhoto => ({
  photoId,
  localPath: brand,
  state,
  fileId: null,
  fault,
});

function Photos({ start, fault }: { start: PendingPhoto[]; fault?: string }) {
  const [value, setValue] = useState(start);
  return <PhotoField label="照片" value={value} onChange={setValue} max={4} fault={fault} />;
}

export const PICTURES: readonly Entry[] = [
  entry('icon', '图标', {
    四种大小: () => (
      <Row>
        {SIZES.map((size) => (
          <Icon key={size} name="heart" size={size} />
        ))}
      </Row>
    ),
    全部: () => (
      <Row isWrapping>
        {ICON_NAMES.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Row>
    ),
  }),
  entry('face', '头像', {
    四种大小: () => (
      <Row>
        {SIZES.map((size) => (
          <Face key={size} face="f01" name="王阿姨" size={size} />
        ))}
      </Row>
    ),
    全部: () => (
      <Row isWrapping>
        {[...FACES, 'neighbour'].map((face) => (
          <Face key={face} face={face} name="邻居" />
        ))}
      </Row>
    ),
  }),
  entry('photo-strip', '发过的照片', {
    两张: () => (
      <PhotoStrip
        photos={[
          { fileId: 'one', url: brand },
          { fileId: 'two', url: brand },
        ]}
      />
    ),
  }),
  entry('photo-field', '加照片', {
    还没有: () => <Photos start={[]} />,
    在上传: () => <Photos start={[photo('a', 'sent'), photo('b', 'sending'), photo('c', 'waiting')]} />,
    没传上: () => <Photos start={[photo('d', 'failed', '网络不好，照片没有传上')]} />,
  }),
];
