import { useState } from 'react';
import { Face, FACES } from '@/components/face';
import { Icon, ICON_NAMES } from '@/components/icon';
import { PhotoField, type PendingPhoto } from '@/components/photo-field';
import { PhotoStrip } from '@/components/photo-strip';
import { Pennant } from '@/components/pennant';
import { Row } from '@/components/row';
import { Scene, SCENE_NAMES } from '@/components/scene';
import brand from '../../assets/brand.svg';
import { entry, type Entry } from './entry';

const PENNANT = { to: '热心邻居陈*', from: '许愿的邻居', date: '二〇二六年十一月' };
const LONG_THANKS =
  '老伴腿脚不便，您一连三个周末上门，帮我们把阳台的旧柜子修好，又把药一格一格分好。家里没有年轻人，邻居就是亲人。谢谢您，也谢谢社区。';
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
  entry('scene', '小景', {
    全部: () => (
      <Row isWrapping>
        {SCENE_NAMES.map((name) => (
          <Scene key={name} name={name} />
        ))}
      </Row>
    ),
  }),
  entry('pennant', '锦旗', {
    三句话: () => <Pennant words="书包收到了，孩子很喜欢，谢谢您！" {...PENNANT} />,
    一句话: () => <Pennant words="热心助邻" {...PENNANT} />,
    一封信: () => <Pennant words={LONG_THANKS} {...PENNANT} />,
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
